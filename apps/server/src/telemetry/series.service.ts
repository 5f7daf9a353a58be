import { Injectable } from '@nestjs/common';
import { type HostMetricName, type MetricSeries, type SamplesResponse } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { bucketSeconds } from './bucket.js';
import { LatestStore } from './latest-store.js';
import { metricColumns } from './sample-columns.js';

const aggregates = metricColumns
  .map(
    ({ column }) =>
      `avg(${column}) AS ${column}_mean, min(${column}) AS ${column}_min, max(${column}) AS ${column}_max`,
  )
  .join(', ');

/** The samples of a window by their true time. `$1` server, `$2` from, `$3` to. */
export const samplesInWindow = `
  server_id = $1 AND ((corrected_at IS NULL AND observed_at >= $2 AND observed_at < $3)
                      OR (corrected_at >= $2 AND corrected_at < $3))`;

/** A window's samples in two numbers a metric; null where there were none. */
export interface SeriesSummary {
  readonly firstSampleMs: number | null;
  readonly metrics: Readonly<
    Record<HostMetricName, { readonly mean: number | null; readonly max: number | null }>
  >;
}

/** Averages over time, for charts. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly latest: LatestStore,
  ) {}

  /** Mean, minimum and maximum of each metric in at most `points` aligned buckets; null where nothing was heard. */
  async range(serverId: string, window: Interval, points: number): Promise<SamplesResponse> {
    const [latest] = await this.latest.listByIds([serverId]);
    const width = bucketSeconds(
      window.toMs - window.fromMs,
      points,
      (latest?.fact.intervalMs ?? 10_000) / 1000,
    );
    const widthMs = width * 1000;
    const { rows } = await this.database.query<Record<string, number | string>>(
      `SELECT floor(extract(epoch FROM coalesce(corrected_at, observed_at)) / $4)::int8 AS bucket, ${aggregates}
         FROM sample_recent WHERE ${samplesInWindow} GROUP BY 1`,
      [serverId, new Date(window.fromMs), new Date(window.toMs), width],
    );
    const byBucket = new Map(rows.map((row) => [Number(row['bucket']), row]));
    const first = Math.floor(window.fromMs / widthMs);
    const count = Math.ceil(window.toMs / widthMs) - first;
    const buckets = Array.from({ length: count }, (_, index) => byBucket.get(first + index));
    const pick = (column: string) =>
      buckets.map((row) => (row?.[column] as number | null | undefined) ?? null);
    const series = Object.fromEntries(
      metricColumns.map(({ name, column }): [HostMetricName, MetricSeries] => [
        name,
        { mean: pick(`${column}_mean`), min: pick(`${column}_min`), max: pick(`${column}_max`) },
      ]),
    ) as Record<HostMetricName, MetricSeries>;
    return {
      from: instantText(window.fromMs),
      to: instantText(window.toMs),
      bucketSeconds: width,
      times: buckets.map((_, index) => instantText((first + index) * widthMs)),
      series,
    };
  }

  /** Mean and maximum of each metric over all samples of a window, and when its first sample was taken. */
  async summary(serverId: string, window: Interval): Promise<SeriesSummary> {
    const { rows } = await this.database.query<Record<string, number | Date | null>>(
      `SELECT min(coalesce(corrected_at, observed_at)) AS first_at, ${aggregates}
         FROM sample_recent WHERE ${samplesInWindow}`,
      [serverId, new Date(window.fromMs), new Date(window.toMs)],
    );
    const row = rows[0]!;
    const metrics = metricColumns.map(({ name, column }) => [
      name,
      {
        mean: rounded(row[`${column}_mean`] as number | null),
        max: rounded(row[`${column}_max`] as number | null),
      },
    ]);
    return {
      firstSampleMs: (row['first_at'] as Date | null)?.getTime() ?? null,
      metrics: Object.fromEntries(metrics) as SeriesSummary['metrics'],
    };
  }

  /** Every server's mean CPU over the hour before `nowMs`, in `steps` equal parts; null where nothing was heard. */
  async cpuOfLastHour(nowMs: number, steps: number): Promise<Map<string, (number | null)[]>> {
    const fromMs = nowMs - 3_600_000;
    const { rows } = await this.database.query<{ server_id: string; step: number; cpu: number | null }>(
      `SELECT server_id, floor(extract(epoch FROM coalesce(corrected_at, observed_at) - $1::timestamptz) / $3)::int4 AS step,
              avg(cpu_percent) AS cpu
         FROM sample_recent
        WHERE (corrected_at IS NULL AND observed_at >= $1 AND observed_at < $2)
           OR (corrected_at >= $1 AND corrected_at < $2)
        GROUP BY 1, 2`,
      [new Date(fromMs), new Date(nowMs), 3600 / steps],
    );
    const byServer = new Map<string, (number | null)[]>();
    for (const { server_id, step, cpu } of rows) {
      const values = byServer.get(server_id) ?? Array.from({ length: steps }, () => null);
      values[step] = rounded(cpu);
      byServer.set(server_id, values);
    }
    return byServer;
  }
}

/** Agents round at source to two decimals; a mean says no more. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;
