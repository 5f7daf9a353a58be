import { Injectable } from '@nestjs/common';
import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';
import {
  mergeHistograms,
  mergeSummaries,
  nearestRank,
  percentileErrorPoints,
  percentileOf,
  histogramOf,
  summaryOf,
  type Interval,
  type ValueSummary,
} from '@opsgauge/domain';
import { histogramMetrics, type HistogramMetric } from '../hours/fold-hour.js';
import { dayMs } from '../recent/sample-days.js';
import { SampleSums } from './sample-sums.service.js';
import { SpanReader, type SummarizedSpan } from './span-reader.service.js';

/** A metric's values of a period in a few numbers. */
export interface MetricSummary extends ValueSummary {
  /** Null where the spread is not kept. */
  readonly p95: number | null;
  /** How far it may lie from that of the samples; 0 where it was counted from them. */
  readonly p95ErrorMax: number | null;
}

/** A server's period in a few numbers; a metric without values in it is left out. */
export interface PeriodSummary {
  /** Whether it was counted from the samples, or from what was summed up of hours and days. */
  readonly basis: 'samples' | 'hours';
  readonly metrics: Readonly<Partial<Record<HostMetricName, MetricSummary>>>;
}

/** Up to this long the samples themselves are counted. */
const exactMs = dayMs;

const isHistogramMetric = (name: HostMetricName): name is HistogramMetric =>
  (histogramMetrics as readonly string[]).includes(name);

/** Means, extremes and percentiles of a server's period. */
@Injectable()
export class PeriodSummaryService {
  constructor(
    private readonly spans: SpanReader,
    private readonly samples: SampleSums,
  ) {}

  async summary(serverId: string, window: Interval): Promise<PeriodSummary> {
    if (window.toMs - window.fromMs <= exactMs) {
      const values = new Map<HostMetricName, number[]>();
      if (await this.collect(serverId, [window], values)) return { basis: 'samples', metrics: exact(values) };
    }
    const wanted = { metrics: hostMetricNames, histograms: histogramMetrics };
    const days = await this.spans.days(serverId, window, wanted);
    const hours = await Promise.all(days.rest.map((part) => this.spans.hours(serverId, part, wanted)));
    const values = new Map<HostMetricName, number[]>();
    await this.collect(
      serverId,
      hours.flatMap(({ rest }) => rest),
      values,
    );
    return {
      basis: 'hours',
      metrics: merged([...days.spans, ...hours.flatMap(({ spans }) => spans)], values),
    };
  }

  private async collect(
    serverId: string,
    windows: readonly Interval[],
    into: Map<HostMetricName, number[]>,
  ): Promise<boolean> {
    const whole = await Promise.all(
      windows.map((window) =>
        this.samples.values(serverId, window, hostMetricNames, (name, _, value) => {
          const values = into.get(name);
          if (values) values.push(value);
          else into.set(name, [value]);
        }),
      ),
    );
    return !whole.includes(false);
  }
}

const exact = (values: ReadonlyMap<HostMetricName, readonly number[]>) =>
  Object.fromEntries(
    [...values].map(([name, of]): [string, MetricSummary] => [
      name,
      {
        ...summaryOf(of)!,
        ...(isHistogramMetric(name)
          ? { p95: nearestRank(of, 0.95), p95ErrorMax: 0 }
          : { p95: null, p95ErrorMax: null }),
      },
    ]),
  );

function merged(spans: readonly SummarizedSpan[], values: ReadonlyMap<HostMetricName, readonly number[]>) {
  return Object.fromEntries(
    hostMetricNames.flatMap((name): [string, MetricSummary][] => {
      const own = values.get(name) ?? [];
      const summary = mergeSummaries([
        ...spans.flatMap(({ metrics }) => metrics[name] ?? []),
        ...[summaryOf(own)].filter((one) => one !== null),
      ]);
      if (!summary) return [];
      if (!isHistogramMetric(name)) return [[name, { ...summary, p95: null, p95ErrorMax: null }]];
      const histogram = mergeHistograms([
        ...spans.flatMap(({ histograms }) => (histograms[name] ? [histograms[name]] : [])),
        histogramOf(own),
      ]);
      // A bin's upper half may lie beyond the largest value, which is known.
      const p95 = Math.min(summary.max, Math.max(summary.min, percentileOf(histogram, 0.95)!));
      return [[name, { ...summary, p95, p95ErrorMax: percentileErrorPoints }]];
    }),
  );
}
