/** What is left of a series' values of an hour, a day or a month. */
export interface ValueSummary {
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** @returns null where there are no values: no mean is not a mean of 0 */
export function summaryOf(values: readonly number[]): ValueSummary | null {
  if (values.length === 0) return null;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  // A sum's rounding may step over the values themselves, and a mean outside its band would be drawn so.
  return { count: values.length, mean: Math.min(max, Math.max(min, sum / values.length)), min, max };
}

/** The summary of all the values behind several: means weigh by their counts, so that a short hour counts as such. */
export function mergeSummaries(summaries: readonly ValueSummary[]): ValueSummary | null {
  if (summaries.length === 0) return null;
  const count = summaries.reduce((sum, one) => sum + one.count, 0);
  const min = Math.min(...summaries.map((one) => one.min));
  const max = Math.max(...summaries.map((one) => one.max));
  const mean = summaries.reduce((sum, one) => sum + one.mean * (one.count / count), 0);
  return { count, mean: Math.min(max, Math.max(min, mean)), min, max };
}

/**
 * The least value that `share` of the values do not exceed (nearest rank): one of the values themselves.
 *
 * @param values at least one, in any order
 * @param share above 0 and up to 1
 */
export function nearestRank(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}
