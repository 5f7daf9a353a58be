import type { HostMetricName } from '@opsgauge/contract';
import {
  histogramOf,
  mergeHistograms,
  mergeSummaries,
  summaryOf,
  type PercentHistogram,
  type ValueSummary,
} from '@opsgauge/domain';
import { metricColumns } from '../recent/sample-columns.js';
import type { HourColumns } from './hour-columns.js';

export const hourMs = 3_600_000;
export const hourOf = (ms: number): number => Math.floor(ms / hourMs) * hourMs;

/** The metrics whose spread is kept, so that percentiles can be told of any time. */
export const histogramMetrics = ['cpuPercent', 'memoryUsedPercent', 'diskUsedPercent'] as const;
export type HistogramMetric = (typeof histogramMetrics)[number];

/** What is left of the samples of an hour, a day or a month. */
export interface SpanSummary {
  readonly sampleCount: number;
  readonly metrics: Readonly<Record<HostMetricName, ValueSummary | null>>;
  readonly histograms: Readonly<Record<HistogramMetric, PercentHistogram>>;
}

export function summarizeHour({
  identities,
  metrics,
}: Pick<HourColumns, 'identities' | 'metrics'>): SpanSummary {
  const valuesOf = (name: HostMetricName) =>
    (metrics[name] ?? []).filter((value): value is number => value !== undefined);
  return spanSummary(
    identities.length,
    (name) => summaryOf(valuesOf(name)),
    (name) => histogramOf(valuesOf(name)),
  );
}

/** The summary of all the samples behind several. */
export const uniteSummaries = (parts: readonly SpanSummary[]): SpanSummary =>
  spanSummary(
    parts.reduce((sum, { sampleCount }) => sum + sampleCount, 0),
    (name) => mergeSummaries(parts.flatMap(({ metrics }) => metrics[name] ?? [])),
    (name) => mergeHistograms(parts.map(({ histograms }) => histograms[name])),
  );

const spanSummary = (
  sampleCount: number,
  summary: (name: HostMetricName) => ValueSummary | null,
  histogram: (name: HistogramMetric) => PercentHistogram,
): SpanSummary => ({
  sampleCount,
  metrics: Object.fromEntries(
    metricColumns.map(({ name }) => [name, summary(name)]),
  ) as SpanSummary['metrics'],
  histograms: Object.fromEntries(
    histogramMetrics.map((name) => [name, histogram(name)]),
  ) as SpanSummary['histograms'],
});
