import { Injectable } from '@nestjs/common';
import type { RecordResult } from '@opsgauge/contract';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Metrics } from '../platform/metrics/metrics.js';

/** An agent that has not reported for longer than this is not counted as reporting. */
const reportingMs = 60_000;

/** What ingest tells of itself. */
@Injectable()
export class IngestMetrics {
  private readonly reports: ReturnType<Metrics['counter']>;
  private readonly records: ReturnType<Metrics['counter']>;
  private readonly seconds: (value: number) => void;
  /** Takes the number of samples of each batch that was committed. */
  readonly batch: (samples: number) => void;

  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.reports = metrics.counter('opsgauge_ingest_reports_total', 'Reports of agents, by how they ended.');
    this.records = metrics.counter('opsgauge_ingest_samples_total', 'Samples, by the answer they got.');
    this.seconds = metrics.histogram(
      'opsgauge_ingest_report_seconds',
      'From a report that came in to its commit.',
      [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    );
    this.batch = metrics.histogram(
      'opsgauge_ingest_batch_samples',
      'Samples written in one transaction.',
      [1, 5, 25, 100, 250, 500, 1000, 2000, 5000, 20_000],
    );
    metrics.gauge('opsgauge_agents_reporting', 'Servers whose agent reported in the last minute.', () =>
      this.count('server_latest WHERE last_report_at > $1', [new Date(this.clock.nowMs() - reportingMs)]),
    );
    metrics.gauge('opsgauge_discontinuities_waiting', 'Servers whose status has to be read again.', () =>
      this.count('sample_discontinuity'),
    );
  }

  /** @param read the samples that wait to be written */
  queue(read: () => number): void {
    this.metrics.gauge('opsgauge_ingest_queue_samples', 'Samples that wait to be written.', () => [
      { value: read() },
    ]);
  }

  /** Counts a report by what `work` does with it. */
  async report(work: () => Promise<RecordResult[]>): Promise<RecordResult[]> {
    const startedMs = performance.now();
    try {
      const results = await work();
      this.reports(1, { outcome: 'answered' });
      for (const status of ['accepted', 'duplicate', 'rejected'] as const) {
        const count = results.filter((result) => result.status === status).length;
        if (count > 0) this.records(count, { status });
      }
      return results;
    } catch (error) {
      this.reports(1, { outcome: 'refused' });
      throw error;
    } finally {
      this.seconds((performance.now() - startedMs) / 1000);
    }
  }

  private async count(from: string, values: unknown[] = []) {
    const { rows } = await this.database.query<{ count: string }>(`SELECT count(*) FROM ${from}`, values);
    return [{ value: Number(rows[0]!.count) }];
  }
}
