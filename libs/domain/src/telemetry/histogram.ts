/**
 * A histogram of percentages: how many samples lay in each of a hundred bins of one per cent, from `[0, 1)` to
 * `[99, 100]`. Unlike percentiles, histograms of hours can be added to those of days and years.
 */
export type PercentHistogram = readonly number[];

export const histogramBins = 100;

/** How far a percentile read from a histogram may lie from that of the samples, in percentage points: a bin's width. */
export const percentileErrorPoints = 1;

/** @param percents from 0 to 100 */
export function histogramOf(percents: Iterable<number>): PercentHistogram {
  const bins = new Array<number>(histogramBins).fill(0);
  for (const percent of percents) bins[Math.min(histogramBins - 1, Math.floor(percent))]! += 1;
  return bins;
}

export const mergeHistograms = (histograms: readonly PercentHistogram[]): PercentHistogram =>
  Array.from({ length: histogramBins }, (_, bin) =>
    histograms.reduce((sum, histogram) => sum + (histogram[bin] ?? 0), 0),
  );

/**
 * The value that `share` of the samples do not exceed, evenly spread within its bin: at most
 * {@link percentileErrorPoints} from the nearest-rank percentile of the samples themselves.
 *
 * @param share above 0 and up to 1
 * @returns a percentage, or null where there are no samples
 */
export function percentileOf(histogram: PercentHistogram, share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(share * total));
  let before = 0;
  for (const [bin, count] of histogram.entries()) {
    if (before + count >= rank) return bin + (rank - before) / count;
    before += count;
  }
  return histogramBins;
}
