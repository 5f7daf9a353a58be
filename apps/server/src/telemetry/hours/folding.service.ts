import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { CONNECTION } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { WorkerJobs } from '../../platform/worker-jobs.js';
import { hourOf } from './fold-hour.js';
import type { FoldJob } from './fold-worker.js';

/** Longer than a sample waits to be written, so that one of the hour that is folded is in the table or marked late. */
const graceMs = 5 * 60_000;

/** Folds the samples of hours that have ended into one row an hour, in a thread and by a connection of its own. */
@Injectable()
export class FoldingService implements OnModuleInit, OnApplicationShutdown {
  private readonly worker = new WorkerJobs<FoldJob, void>('fold-worker');

  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CONNECTION) private readonly connection: pg.ClientConfig,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('fold-hours', '*/5 * * * *', this.configuration.timeZone, () => this.fold());
  }

  /** Folds every server's hours that are over, and those again to which samples came late. */
  fold(): Promise<void> {
    return this.worker.run({
      connection: this.connection,
      closedMs: hourOf(this.clock.nowMs() - graceMs),
      timeZone: this.configuration.timeZone,
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }
}
