import type pg from 'pg';
import type PgBoss from 'pg-boss';
import type { Logger } from '../logging/logger.js';
import { inBackground } from '../request-context.js';
import { withJobLock } from './job-lock.js';
import type { JobQueue } from './job-queue.js';

/** What is done with what waits in one queue. */
export interface JobWork {
  readonly name: string;
  /** How many of those that wait one run does for. */
  readonly togetherMax: number;
  /** Whether each has work of its own, so that one that fails is not to keep the others from being done. */
  readonly isDivisible: boolean;
  readonly run: (data: readonly object[]) => Promise<void>;
  readonly onSuccess: () => void;
}

/** For what is under way to end, when the hub stops; what does not is run again by the next one. */
const patienceMs = 5000;

/** Takes work out of its queue and does it, one process at a time. */
export class JobRunner {
  private readonly running = new Set<Promise<boolean>>();
  private readonly busy = new Map<string, number>();
  private readonly closing = new AbortController();
  private isClosing = false;

  constructor(
    private readonly queue: JobQueue,
    private readonly connection: pg.ClientConfig,
    private readonly logger: Logger,
  ) {}

  /** Whether this process is at it, or waits to be. */
  isBusy(name: string): boolean {
    return this.busy.has(name);
  }

  /**
   * Does all that is due; what goes wrong is logged.
   * @param isWaiting for another run to end that is under way; otherwise that one is left to do it
   * @returns whether it was this process's turn
   */
  async run(work: JobWork, isWaiting = false): Promise<boolean> {
    if (this.isClosing) return false;
    const { name } = work;
    const lock = { isWaiting, signal: this.closing.signal };
    this.busy.set(name, (this.busy.get(name) ?? 0) + 1);
    const run = inBackground(() =>
      withJobLock(this.connection, name, lock, () => this.drain(work)).catch((error: unknown) => {
        this.logger.error(`job ${name} failed`, error);
        return true;
      }),
    );
    this.running.add(run);
    const wasOurs = await run;
    this.running.delete(run);
    const others = this.busy.get(name)! - 1;
    if (others === 0) this.busy.delete(name);
    else this.busy.set(name, others);
    return wasOurs;
  }

  /** Begins nothing more, and waits a while for what is under way. */
  async close(): Promise<void> {
    this.isClosing = true;
    const patience = setTimeout(() => this.closing.abort(), patienceMs);
    const givenUp = new Promise<void>((resolve) =>
      this.closing.signal.addEventListener('abort', () => resolve()),
    );
    await Promise.race([Promise.all(this.running), givenUp]);
    clearTimeout(patience);
    this.closing.abort();
  }

  private async drain(work: JobWork): Promise<void> {
    await this.queue.recover(work.name);
    while (!this.isClosing) {
      const jobs = await this.queue.take(work.name, work.togetherMax);
      if (jobs.length === 0) return;
      await this.doTogether(work, jobs);
    }
  }

  private async doTogether(work: JobWork, jobs: readonly PgBoss.Job[]): Promise<void> {
    const ids = jobs.map(({ id }) => id);
    try {
      await inBackground(() => work.run(jobs.map(({ data }) => data as object)));
    } catch (error) {
      if (work.isDivisible && jobs.length > 1) {
        for (const job of jobs) await this.doTogether(work, [job]);
        return;
      }
      this.logger.error(`job ${work.name} failed`, error);
      return this.queue.fail(work.name, ids, error as Error);
    }
    await this.queue.complete(work.name, ids);
    work.onSuccess();
  }
}
