import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { serverVersion } from '../version.js';
import { Metrics } from './metrics.js';

const nanosecondsPerSecond = 1e9;

/** What the platform itself tells: process, event loop, database, jobs. */
@Injectable()
export class PlatformMetrics implements OnApplicationShutdown {
  private readonly loopDelay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });

  constructor(
    metrics: Metrics,
    private readonly database: Database,
    jobs: Jobs,
  ) {
    this.loopDelay.enable();
    metrics.gauge('opsgauge_info', 'The hub that runs.', () => [
      { value: 1, labels: { version: serverVersion, node: process.version } },
    ]);
    metrics.gauge('opsgauge_database_up', 'Whether the database answers: 1 or 0.', () => this.databaseUp());
    metrics.gauge('opsgauge_database_size_bytes', 'What the database takes on disk.', () =>
      this.databaseSize(),
    );
    metrics.gauge(
      'opsgauge_job_last_success_timestamp_seconds',
      'When each job last ended well in this process; missing until it first has.',
      () =>
        [...jobs.lastSuccessMs()].flatMap(([job, ms]) =>
          ms === null ? [] : [{ value: ms / 1000, labels: { job } }],
        ),
    );
    metrics.gauge(
      'process_cpu_seconds_total',
      'User and system time of the process.',
      () => {
        const { user, system } = process.cpuUsage();
        return [{ value: (user + system) / 1e6 }];
      },
      'counter',
    );
    metrics.gauge('process_resident_memory_bytes', 'Resident memory of the process.', () => [
      { value: process.memoryUsage.rss() },
    ]);
    metrics.gauge(
      'nodejs_eventloop_lag_p99_seconds',
      'Of 100 turns, the second slowest since the start.',
      () => [{ value: this.loopDelay.percentile(99) / nanosecondsPerSecond }],
    );
    metrics.gauge('nodejs_eventloop_lag_max_seconds', 'The slowest turn since the start.', () => [
      { value: this.loopDelay.max / nanosecondsPerSecond },
    ]);
  }

  onApplicationShutdown(): void {
    this.loopDelay.disable();
  }

  private async databaseUp() {
    const isUp = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return [{ value: isUp ? 1 : 0 }];
  }

  private async databaseSize() {
    const { rows } = await this.database.query<{ bytes: string }>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return [{ value: Number(rows[0]!.bytes) }];
  }
}
