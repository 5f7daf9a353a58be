import type { HostMetricName } from '@opsgauge/contract';
import type { ValueSummary } from '@opsgauge/domain';
import type { BinaryCopyReader, BinaryCopyWriter } from '../../platform/database/binary-copy.js';
import { metricColumns } from '../recent/sample-columns.js';
import { histogramMetrics, type HistogramMetric, type SpanSummary } from './fold-hour.js';
import { packHistogram, unpackHistogram } from './histogram-bytes.js';

/** The tables of summaries: one row is one server's hour, day or month. */
export const summaryTables = {
  hour: { table: 'server_hour', key: 'hour_at' },
  day: { table: 'server_day', key: 'day_at' },
  month: { table: 'server_month', key: 'month_at' },
} as const;
export type SummaryUnit = keyof typeof summaryTables;

export const histogramColumns: Record<HistogramMetric, string> = {
  cpuPercent: 'cpu_histogram',
  memoryUsedPercent: 'memory_histogram',
  diskUsedPercent: 'disk_histogram',
};
const parts = ['count', 'mean', 'min', 'max'] as const;

/** The columns of a metric's summary, in their order. */
export const partColumns = (column: string): string[] => parts.map((part) => `${column}_${part}`);

/** Metrics whose least and greatest need more than a real's seven digits. */
const isWide = (name: HostMetricName): boolean => /Bytes|uptimeSeconds/.test(name);

const summaryColumns = [
  'sample_count',
  ...metricColumns.flatMap(({ column }) => partColumns(column)),
  ...histogramMetrics.map((name) => histogramColumns[name]),
];
/** In the order in which rows are written and read. */
export const summaryRowColumns = (unit: SummaryUnit): string[] => [
  'server_id',
  summaryTables[unit].key,
  ...summaryColumns,
];

/** Writes a row of {@link summaryRowColumns}. */
export function writeSummaryRow(
  writer: BinaryCopyWriter,
  serverId: string,
  fromMs: number,
  { sampleCount, metrics, histograms }: SpanSummary,
): void {
  writer.row(2 + summaryColumns.length);
  writer.uuid(serverId);
  writer.timestamptz(fromMs);
  writer.int4(sampleCount);
  for (const { name } of metricColumns) {
    const summary = metrics[name];
    writer.int4(summary?.count ?? 0);
    if (!summary) {
      writer.null();
      writer.null();
      writer.null();
      continue;
    }
    writer.float8(summary.mean);
    for (const bound of [summary.min, summary.max])
      if (isWide(name)) writer.float8(bound);
      else writer.float4(bound);
  }
  for (const name of histogramMetrics) writer.bytea(packHistogram(histograms[name]));
}

/** Reads the rest of a row of {@link summaryRowColumns}, after its server and time. */
export function readSummaryRow(reader: BinaryCopyReader): SpanSummary {
  const sampleCount = reader.int4()!;
  const metrics = Object.fromEntries(
    metricColumns.map(({ name }): [string, ValueSummary | null] => {
      const count = reader.int4()!;
      const mean = reader.float8();
      const min = isWide(name) ? reader.float8() : reader.float4();
      const max = isWide(name) ? reader.float8() : reader.float4();
      return [name, count > 0 ? { count, mean: mean!, min: min!, max: max! } : null];
    }),
  ) as SpanSummary['metrics'];
  const histograms = Object.fromEntries(
    histogramMetrics.map((name) => [name, unpackHistogram(reader.bytea()!)]),
  ) as SpanSummary['histograms'];
  return { sampleCount, metrics, histograms };
}

/** Takes rows over from a table beside, only where they say something new: summing up twice leaves no dead rows. */
export function upsertFrom(stage: string, unit: SummaryUnit): string {
  const { table, key } = summaryTables[unit];
  const changing = summaryColumns.map((name) => `${name} = EXCLUDED.${name}`);
  return `
    INSERT INTO ${table} AS known (${summaryRowColumns(unit).join(', ')})
    SELECT ${summaryRowColumns(unit).join(', ')} FROM ${stage}
    ON CONFLICT (server_id, ${key}) DO UPDATE SET ${changing.join(', ')}
     WHERE (${summaryColumns.map((name) => `known.${name}`).join(', ')})
           IS DISTINCT FROM (${summaryColumns.map((name) => `EXCLUDED.${name}`).join(', ')})`;
}
