import { gapsOf, type TimeGap, type TimeSeriesPoint, type TimeSpan } from '@opsgauge/charts';
import type { AvailabilityResponse, MetricSeries } from '@opsgauge/contract';

/** A silence shorter than this is a soft miss, not a gap: three intervals, at least 30 seconds. */
export const softMissMs = (intervalSeconds: number): number => Math.max(3 * intervalSeconds, 30) * 1000;

/** Whatever comes in buckets: the host's metrics, or those of a device. */
export interface BucketedSeries {
  times: string[];
  bucketSeconds: number;
  series: Partial<Record<string, MetricSeries>>;
}

/** The silences of a server: stretches in which none of the series has a value. */
export function silencesOf(
  { times, bucketSeconds, series }: BucketedSeries,
  intervalSeconds: number,
): TimeGap[] {
  const heard = times.map(
    (_, index) =>
      Object.values(series).find((one) => typeof one?.mean[index] === 'number')?.mean[index] ?? null,
  );
  return gapsOf(
    times.map((time) => Date.parse(time)),
    heard,
    bucketSeconds * 1000,
    softMissMs(intervalSeconds),
  );
}

const noValues: MetricSeries = { mean: [], min: [], max: [] };

/**
 * One metric as points. Empty buckets inside a silence break the line; single empty buckets between two samples do
 * not, since nothing was missed there.
 */
export function pointsOf(
  { times, series }: Pick<BucketedSeries, 'times' | 'series'>,
  name: string,
  silences: readonly TimeGap[],
  factor = 1,
): TimeSeriesPoint[] {
  const { mean, min, max } = series[name] ?? noValues;
  const scaled = (value: number | null | undefined) => (typeof value === 'number' ? value * factor : null);
  return times.flatMap((time, index): TimeSeriesPoint[] => {
    const x = Date.parse(time);
    const value = scaled(mean[index]);
    if (value !== null) return [{ x, mean: value, min: scaled(min[index]), max: scaled(max[index]) }];
    return silences.some((gap) => x >= gap.from && x < gap.to) ? [{ x, mean: null }] : [];
  });
}

/** The stretches in which a server was not heard by its status: exact, and so those that no bucket is empty for, too. */
export const unheardOf = (intervals: AvailabilityResponse['intervals']): TimeGap[] =>
  intervals
    .filter(({ observation }) => observation !== 'up')
    .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));

/** The same points with the line broken at each stretch that it would be drawn across. */
export function brokenAt(points: readonly TimeSeriesPoint[], gaps: readonly TimeGap[]): TimeSeriesPoint[] {
  const isBroken = ({ from, to }: TimeGap) =>
    points.some(({ x, mean }) => mean === null && x >= from && x < to);
  const breaks = gaps.filter((gap) => !isBroken(gap)).map(({ from }) => ({ x: from, mean: null }));
  return [...points, ...breaks].sort((a, b) => a.x - b.x);
}

/** The words above the spans. */
export interface SpanLabels {
  fault: string;
  maintenance: string;
  gap: string;
}

/** Down and maintenance from the status intervals, and the silences as hatches; a silence that is explained by one of them has no label of its own. */
export function spansOf(
  silences: readonly TimeGap[],
  intervals: AvailabilityResponse['intervals'],
  labels: SpanLabels,
): TimeSpan[] {
  const marked = intervals.flatMap(({ class: statusClass, from, to }): TimeSpan[] => {
    const kind = statusClass === 'down' ? 'fault' : statusClass === 'maintenance' ? 'maintenance' : null;
    return kind ? [{ kind, from: Date.parse(from), to: Date.parse(to), label: labels[kind] }] : [];
  });
  const isExplained = (gap: TimeGap) => marked.some((span) => span.from < gap.to && span.to > gap.from);
  return [
    ...silences.map((gap): TimeSpan => ({ ...gap, kind: 'gap', label: isExplained(gap) ? '' : labels.gap })),
    ...marked,
  ];
}

/** How many buckets to ask for: no bucket shorter than two intervals, so that each has a sample, and at most 300. */
export const pointsFor = (rangeMs: number, intervalSeconds: number): number =>
  Math.max(1, Math.min(300, Math.floor(rangeMs / (2000 * intervalSeconds))));
