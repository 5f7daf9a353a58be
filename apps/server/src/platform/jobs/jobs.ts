import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import cron, { type ScheduledTask } from 'node-cron';
import type pg from 'pg';
import { Clock, instantText } from '../clock.js';
import { afterCommit } from '../database/after-commit.js';
import { CONNECTION, Database, type Queryable } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { JobQueue, type Retries } from './job-queue.js';
import { JobRunner, type JobWork } from './job-runner.js';
import { Sweeper } from './sweeper.js';

const scheduledRetries: Retries = { retryLimit: 3, retryDelaySeconds: 15 };
/** The pauses double from a second or two to about eighteen hours: two days and more in all. */
const enqueuedRetries: Retries = { retryLimit: 18, retryDelaySeconds: 1 };
const noRetries: Retries = { retryLimit: 0, retryDelaySeconds: 0 };
const togetherMax = 1000;

/**
 * Work on a schedule, and work that follows from a fact. Each run goes through pg-boss, so that of any number of hub
 * processes on one database one does it, and a run that was cut off is done again. Every work is idempotent.
 */
@Injectable()
export class Jobs implements OnModuleInit, BeforeApplicationShutdown {
  private readonly tasks: ScheduledTask[] = [];
  private readonly works = new Map<string, JobWork>();
  private readonly successes = new Map<string, number | null>();
  /** Whose moment has come and that are not yet in the database. */
  private readonly dueRuns = new Set<{ readonly name: string; readonly instant: string }>();
  private readonly queue: JobQueue;
  private readonly runner: JobRunner;
  private readonly sweeper: Sweeper;

  constructor(
    database: Database,
    logger: Logger,
    private readonly clock: Clock,
    @Inject(CONNECTION) connection: pg.ClientConfig,
  ) {
    const onError = (error: Error) => logger.warn(`jobs wait: ${error.message}`);
    this.queue = new JobQueue(database, onError);
    this.runner = new JobRunner(this.queue, connection, logger);
    this.sweeper = new Sweeper(() => this.sweep(), onError);
  }

  async onModuleInit(): Promise<void> {
    await this.queue.open();
    this.sweeper.start();
  }

  /**
   * @param name of the job, unique
   * @param schedule five fields, or six with seconds in front, in `timeZone`
   */
  schedule(name: string, schedule: string, timeZone: string, work: () => Promise<void>): void {
    this.successes.set(name, null);
    const onSuccess = () => void this.successes.set(name, this.clock.nowMs());
    // One run does for all that wait: their data says nothing.
    this.works.set(name, { name, togetherMax, isDivisible: false, run: work, onSuccess });
    const isDue = ({ date }: { date: Date }) => {
      this.dueRuns.add({ name, instant: instantText(date.getTime()) });
      this.sweeper.wake();
    };
    const task = cron.schedule(schedule, isDue, { timezone: timeZone });
    // This process was busy at that moment: late is better than never.
    task.on('execution:missed', isDue);
    this.tasks.push(task);
    this.sweeper.wake();
  }

  /**
   * Names what is done with what is enqueued under `name`, one after the other. What throws is tried again, after
   * pauses that grow, for more than two days.
   */
  handle<Data extends object>(name: string, work: (data: Data) => Promise<void>): void {
    this.handleUpTo(1, name, ([data]: readonly Data[]) => work(data!));
  }

  /**
   * As `handle`, for work that costs less for many than one by one: a run is given all that wait, up to a thousand, in
   * no order. Where it throws it is given each of them alone, and only those that throw again are tried later.
   */
  handleTogether<Data extends object>(name: string, work: (all: readonly Data[]) => Promise<void>): void {
    this.handleUpTo(togetherMax, name, work);
  }

  /**
   * Has something done, by whichever process, once the fact's own transaction is committed, and never if it is not.
   *
   * @param client of that transaction
   * @param afterSeconds how long it waits before it is due
   * @throws Error when nobody handles `name`
   */
  async enqueue(client: Queryable, name: string, data: object, afterSeconds = 0): Promise<void> {
    this.workOf(name);
    await this.queue.add(name, data, enqueuedRetries, { client, afterSeconds });
    afterCommit(client, () => this.sweeper.wake());
  }

  /** Runs a scheduled job now, beside its schedule; what goes wrong is logged. */
  async runNow(name: string): Promise<void> {
    const work = this.workOf(name);
    await this.queue.add(name, {}, noRetries);
    await this.runner.run(work, true);
  }

  /** When each scheduled job last ended well in this process; null where it has not yet. */
  lastSuccessMs(): ReadonlyMap<string, number | null> {
    return this.successes;
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const task of this.tasks) await task.destroy();
    await this.sweeper.stop();
    await this.runner.close();
    await this.queue.close();
  }

  private handleUpTo<Data extends object>(
    countMax: number,
    name: string,
    work: (all: readonly Data[]) => Promise<void>,
  ): void {
    const run = (all: readonly object[]) => work(all as readonly Data[]);
    this.works.set(name, { name, togetherMax: countMax, isDivisible: true, run, onSuccess: () => {} });
    this.sweeper.wake();
  }

  /** @returns in how many milliseconds something is due that is not yet */
  private async sweep(): Promise<number | null> {
    for (const due of this.dueRuns) {
      await this.queue.add(due.name, {}, scheduledRetries, { key: due.instant });
      this.dueRuns.delete(due);
    }
    let nextMs: number | null = null;
    for (const { name, isTaken, dueInMs } of await this.queue.waiting([...this.works.keys()])) {
      if (isTaken || (dueInMs !== null && dueInMs <= 0)) this.begin(name);
      else if (dueInMs !== null) nextMs = Math.min(nextMs ?? dueInMs, dueInMs);
    }
    return nextMs;
  }

  /** Looked at again once it has ended: it may be due again soon, having failed. */
  private begin(name: string): void {
    if (this.runner.isBusy(name)) return;
    void this.runner.run(this.workOf(name)).then((wasOurs) => {
      if (wasOurs) this.sweeper.wakeSoon();
    });
  }

  private workOf(name: string): JobWork {
    const work = this.works.get(name);
    if (!work) throw new Error(`no job ${name}`);
    return work;
  }
}
