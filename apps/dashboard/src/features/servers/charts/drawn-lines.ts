import type { TimeGap, TimeSeries } from '@opsgauge/charts';
import { pointsOf, type BucketedSeries } from '../../../shared/charts/chart-series.js';
import { unitFormats, type ChartDefinition, type LineName } from './chart-definitions.js';

/** One server's or device's buckets, and the stretches in which nothing was heard of it. */
export interface ChartSource {
  /** Tells the sources apart. */
  id: string;
  /** Named in the legend where there is more than one. */
  label: string;
  buckets: BucketedSeries;
  silences: readonly TimeGap[];
}

export interface DrawnLine extends TimeSeries {
  stepMs: number;
}

/**
 * The lines of a chart: all of the first source, then those of the one it is compared with. A field that nothing was
 * heard of makes no line.
 *
 * @param wordOf what a line's name reads as
 */
export function drawnLines(
  { unit, lines }: ChartDefinition,
  sources: readonly ChartSource[],
  wordOf: (name: LineName) => string,
): DrawnLine[] {
  const { factor } = unitFormats[unit];
  return sources.flatMap(({ label, buckets, silences }) =>
    lines
      .filter(({ field }) => buckets.series[field])
      .map(({ field, name }) => ({
        name: lineLabel(label, wordOf(name), sources.length > 1, lines.length > 1),
        points: pointsOf(buckets, field, silences, factor),
        stepMs: buckets.bucketSeconds * 1000,
      })),
  );
}

/** What tells a line from the others: the source's name where there are several, the line's own, or both. */
export function lineLabel(source: string, line: string, hasOthers: boolean, hasMoreLines: boolean): string {
  if (!hasOthers) return line;
  return hasMoreLines ? `${source} ${line}` : source;
}
