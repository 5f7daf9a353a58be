import { Injectable } from '@nestjs/common';
import type { Interval } from '@opsgauge/domain';
import { Database } from '../platform/database/database.js';
import { readSummaries, type SummarizedSpan, type SummaryRow } from './hours/hour-store.js';
import { metricColumns } from './sample-columns.js';
import { samplesInWindow } from './sample-rows.js';

const aggregates = metricColumns
  .map(
    ({ column }) => `count(${column})::int4 AS ${column}_count, avg(${column}) AS ${column}_mean,
      min(${column}) AS ${column}_min, max(${column}) AS ${column}_max`,
  )
  .join(', ');

/** Summaries straight from the samples of the last days. */
@Injectable()
export class SampleSummaries {
  constructor(private readonly database: Database) {}

  /** The samples of a window by aligned buckets; a bucket without any is left out. */
  async summaries(serverId: string, window: Interval, bucketMs: number): Promise<SummarizedSpan[]> {
    const { rows } = await this.database.query<SummaryRow & { bucket: string }>(
      `SELECT floor(extract(epoch FROM coalesce(corrected_at, observed_at)) * 1000 / $4)::int8 AS bucket, ${aggregates}
         FROM sample_recent WHERE ${samplesInWindow} GROUP BY 1`,
      [serverId, new Date(window.fromMs), new Date(window.toMs), bucketMs],
    );
    return rows.map((row) => ({ fromMs: Number(row.bucket) * bucketMs, metrics: readSummaries(row) }));
  }
}
