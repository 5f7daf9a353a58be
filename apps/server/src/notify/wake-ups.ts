import { Injectable } from '@nestjs/common';
import { minuteMs } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';

/** Wakes jobs that run each minute at moments in between. */
@Injectable()
export class WakeUps {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @param atMs null, or beyond the next minute: the job's own schedule does */
  async at(job: string, atMs: number | null): Promise<void> {
    const waitMs = atMs === null ? Infinity : atMs - this.clock.nowMs();
    if (waitMs > minuteMs) return;
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    await this.database.transaction((client) => this.jobs.enqueue(client, job, {}, seconds));
  }
}
