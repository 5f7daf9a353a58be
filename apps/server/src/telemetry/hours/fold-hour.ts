import type { HostMetricName } from '@opsgauge/contract';
import { histogramOf, summaryOf, type PercentHistogram, type ValueSummary } from '@opsgauge/domain';
import { metricColumns } from '../sample-columns.js';
import type { StoredSample } from './stored-sample.js';

export const hourMs = 3_600_000;
export const hourOf = (ms: number): number => Math.floor(ms / hourMs) * hourMs;

/** The metrics whose spread is kept, so that percentiles can be told of any time. */
export const histogramMetrics = ['cpuPercent', 'memoryUsedPercent', 'diskUsedPercent'] as const;
export type HistogramMetric = (typeof histogramMetrics)[number];

/** What charts of months read of an hour. */
export interface HourSummary {
  readonly sampleCount: number;
  readonly metrics: Readonly<Record<HostMetricName, ValueSummary | null>>;
  readonly histograms: Readonly<Record<HistogramMetric, PercentHistogram>>;
}

/**
 * The samples of an hour, each once and in order of true time: those that were folded before and those that are in the
 * table of the last days, which overlap until the table lets them go.
 */
export function uniteSamples(
  folded: readonly StoredSample[],
  recent: readonly StoredSample[],
): StoredSample[] {
  const byKey = new Map<string, StoredSample>();
  for (const sample of [...folded, ...recent]) byKey.set(`${sample.observedAtMs} ${sample.seq}`, sample);
  return [...byKey.values()].sort(
    (one, other) => one.correctedAtMs - other.correctedAtMs || one.seq - other.seq,
  );
}

export function summarizeHour(samples: readonly StoredSample[]): HourSummary {
  const valuesOf = (name: HostMetricName) =>
    samples.map(({ metrics }) => metrics[name]).filter((value) => value !== undefined);
  return {
    sampleCount: samples.length,
    metrics: Object.fromEntries(
      metricColumns.map(({ name }) => [name, summaryOf(valuesOf(name))]),
    ) as HourSummary['metrics'],
    histograms: Object.fromEntries(
      histogramMetrics.map((name) => [name, histogramOf(valuesOf(name))]),
    ) as HourSummary['histograms'],
  };
}
