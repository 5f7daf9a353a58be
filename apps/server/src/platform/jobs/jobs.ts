import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import cron, { type ScheduledTask } from 'node-cron';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { inBackground } from '../request-context.js';

/**
 * Scheduled work. Every job is idempotent and catches up on what it missed; where several processes run, an advisory
 * lock lets one of them do a run.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly tasks: ScheduledTask[] = [];
  private readonly works = new Map<string, () => Promise<void>>();
  private readonly successes = new Map<string, number | null>();

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  /**
   * @param name of the job, unique
   * @param schedule five fields, in `timeZone`
   */
  schedule(name: string, schedule: string, timeZone: string, work: () => Promise<void>): void {
    this.works.set(name, work);
    this.successes.set(name, null);
    this.tasks.push(
      cron.schedule(schedule, () => this.runOnce(name, work), { timezone: timeZone, noOverlap: true }),
    );
  }

  /** Runs a scheduled job now, beside its schedule; what goes wrong is logged. */
  async runNow(name: string): Promise<void> {
    const work = this.works.get(name);
    if (!work) throw new Error(`no job ${name}`);
    await this.runOnce(name, work);
  }

  /** When each job last ended well in this process; null where it has not yet. */
  lastSuccessMs(): ReadonlyMap<string, number | null> {
    return this.successes;
  }

  private runOnce(name: string, work: () => Promise<void>): Promise<void> {
    return inBackground(() => this.tryOnce(name, work));
  }

  private async tryOnce(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(async (client) => {
        const { rows } = await client.query<{ locked: boolean }>(
          'SELECT pg_try_advisory_xact_lock(hashtext($1)) AS locked',
          [`job:${name}`],
        );
        if (rows[0]?.locked) await work();
      });
      this.successes.set(name, this.clock.nowMs());
    } catch (error) {
      this.logger.error(`job ${name} failed`, error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const task of this.tasks) await task.destroy();
  }
}
