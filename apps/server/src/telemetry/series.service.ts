import { Injectable } from '@nestjs/common';
import { type HostMetricName, type MetricSeries, type SamplesResponse } from '@opsgauge/contract';
import { mergeSummaries, type Interval } from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { bucketSeconds } from './bucket.js';
import { hourMs } from './hours/fold-hour.js';
import { HourReader } from './hours/hour-reader.service.js';
import type { StoredSummaries } from './hours/hour-store.js';
import { LatestStore } from './latest-store.js';
import { metricColumns } from './sample-columns.js';
import { SampleSummaries } from './sample-summaries.service.js';
import { samplesInWindow } from './sample-rows.js';

const aggregates = metricColumns
  .map(
    ({ column }) =>
      `avg(${column}) AS ${column}_mean, min(${column}) AS ${column}_min, max(${column}) AS ${column}_max`,
  )
  .join(', ');

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
    private readonly hours: HourReader,
    private readonly samples: SampleSummaries,
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
    const first = Math.floor(window.fromMs / widthMs);
    const count = Math.ceil(window.toMs / widthMs) - first;
    const parts =
      widthMs % hourMs === 0 ? await this.hours.parts(serverId, window) : { hours: [], samples: [window] };
    const read = await Promise.all(
      parts.samples.map((rest) => this.samples.summaries(serverId, rest, widthMs)),
    );
    const buckets = new Map<number, StoredSummaries[]>();
    for (const { fromMs, metrics } of [...parts.hours, ...read.flat()]) {
      const bucket = Math.floor(fromMs / widthMs);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), metrics]);
    }
    const inOrder = Array.from({ length: count }, (_, index) => buckets.get(first + index) ?? []);
    return {
      from: instantText(window.fromMs),
      to: instantText(window.toMs),
      bucketSeconds: width,
      times: inOrder.map((_, index) => instantText((first + index) * widthMs)),
      series: Object.fromEntries(
        metricColumns.map(({ name }) => [name, seriesOf(name, inOrder)]),
      ) as SamplesResponse['series'],
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

function seriesOf(name: HostMetricName, buckets: readonly (readonly StoredSummaries[])[]): MetricSeries {
  const merged = buckets.map((summaries) =>
    mergeSummaries(summaries.flatMap(({ [name]: summary }) => (summary ? [summary] : []))),
  );
  const pick = (part: 'mean' | 'min' | 'max') => merged.map((summary) => summary?.[part] ?? null);
  return { mean: pick('mean'), min: pick('min'), max: pick('max') };
}

/** Agents round at source to two decimals; a mean says no more. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;
