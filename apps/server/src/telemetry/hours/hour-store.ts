import { Injectable } from '@nestjs/common';
import type { HostMetricName } from '@opsgauge/contract';
import type { Interval, ValueSummary } from '@opsgauge/domain';
import { Database, type Queryable } from '../../platform/database/database.js';
import { metricColumns } from '../sample-columns.js';
import { histogramMetrics, summarizeHour, type HourSummary } from './fold-hour.js';
import { packHistogram } from './histogram-bytes.js';
import { decodeHour, encodeHour } from './hour-blob.js';
import type { StoredSample } from './stored-sample.js';

/** A metric without values is left out. */
export type StoredSummaries = Readonly<Partial<Record<HostMetricName, ValueSummary>>>;

/** A stretch of time of a server, as it is charted. */
export interface SummarizedSpan {
  readonly fromMs: number;
  readonly metrics: StoredSummaries;
}

const histogramColumns: Record<(typeof histogramMetrics)[number], string> = {
  cpuPercent: 'cpu_histogram',
  memoryUsedPercent: 'memory_histogram',
  diskUsedPercent: 'disk_histogram',
};
const summaryParts = ['count', 'mean', 'min', 'max'] as const;

const hourColumns = [
  'server_id',
  'hour_at',
  'sample_count',
  ...metricColumns.flatMap(({ column }) => summaryParts.map((part) => `${column}_${part}`)),
  ...histogramMetrics.map((name) => histogramColumns[name]),
];

/** Written only where it says something new: folding twice leaves no dead rows. */
const upsert = (table: string, columns: readonly string[]) => {
  const changing = columns.slice(2);
  return `
    INSERT INTO ${table} AS known (${columns.join(', ')})
    VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
    ON CONFLICT (server_id, hour_at) DO UPDATE SET ${changing.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}
     WHERE (${changing.map((name) => `known.${name}`).join(', ')})
           IS DISTINCT FROM (${changing.map((name) => `EXCLUDED.${name}`).join(', ')})`;
};
const upsertHour = upsert('server_hour', hourColumns);
const upsertRaw = upsert('server_hour_raw', ['server_id', 'hour_at', 'sample_count', 'samples']);

/** Rows of `server_hour` and `server_hour_raw`: an hour of a server, summarised and in full. */
@Injectable()
export class HourStore {
  constructor(private readonly database: Database) {}

  /** @param samples of the hour, each once, in order */
  async save(
    client: Queryable,
    serverId: string,
    hourMs: number,
    samples: readonly StoredSample[],
  ): Promise<void> {
    const hourAt = new Date(hourMs);
    await client.query(upsertHour, [serverId, hourAt, ...hourValues(summarizeHour(samples))]);
    await client.query(upsertRaw, [serverId, hourAt, samples.length, encodeHour(samples)]);
  }

  /** The samples of an hour that were folded; none where it was not. */
  async samplesOf(client: Queryable, serverId: string, hourMs: number): Promise<StoredSample[]> {
    const { rows } = await client.query<{ samples: Buffer }>(
      'SELECT samples FROM server_hour_raw WHERE server_id = $1 AND hour_at = $2',
      [serverId, new Date(hourMs)],
    );
    return rows[0] ? decodeHour(rows[0].samples) : [];
  }

  /** The hours that begin within a window, in order; those without samples are left out. */
  async list(serverId: string, window: Interval): Promise<SummarizedSpan[]> {
    const { rows } = await this.database.query<SummaryRow & { hour_at: Date }>(
      `SELECT * FROM server_hour WHERE server_id = $1 AND hour_at >= $2 AND hour_at < $3 ORDER BY hour_at`,
      [serverId, new Date(window.fromMs), new Date(window.toMs)],
    );
    return rows.map((row) => ({ fromMs: row.hour_at.getTime(), metrics: readSummaries(row) }));
  }
}

/** Columns `<metric>_count`, `_mean`, `_min`, `_max`, whichever query they come from. */
export type SummaryRow = Record<string, unknown>;

export const readSummaries = (row: SummaryRow): StoredSummaries =>
  Object.fromEntries(
    metricColumns.flatMap(({ name, column }): [string, ValueSummary][] => {
      const [count, mean, min, max] = summaryParts.map((part) => row[`${column}_${part}`] as number);
      return count ? [[name, { count, mean: mean!, min: min!, max: max! }]] : [];
    }),
  );

const hourValues = ({ sampleCount, metrics, histograms }: HourSummary): unknown[] => [
  sampleCount,
  ...metricColumns.flatMap(({ name }) => {
    const summary = metrics[name];
    return summary ? summaryParts.map((part) => summary[part]) : [0, null, null, null];
  }),
  ...histogramMetrics.map((name) => packHistogram(histograms[name])),
];
