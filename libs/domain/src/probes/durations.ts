/** How many attempts took how long: by whole milliseconds, rounded up. Those of hours add up to those of a year. */
export type DurationCounts = Readonly<Record<number, number>>;

/** How far above the attempts' own a percentile of counts may lie. */
export const durationErrorMsMax = 1;

/** @param durationsMs at least 0 */
export function countDurations(durationsMs: Iterable<number>): DurationCounts {
  const counts: Record<number, number> = {};
  for (const durationMs of durationsMs) {
    const whole = Math.ceil(durationMs);
    counts[whole] = (counts[whole] ?? 0) + 1;
  }
  return counts;
}

export function addDurations(all: readonly DurationCounts[]): DurationCounts {
  const sum: Record<number, number> = {};
  for (const counts of all) {
    for (const [ms, count] of Object.entries(counts)) sum[Number(ms)] = (sum[Number(ms)] ?? 0) + count;
  }
  return sum;
}

export const durationCount = (counts: DurationCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** A percentile with how it was found: `atMost` of `count` attempts took no longer. */
export interface DurationPercentile {
  readonly ms: number;
  readonly atMost: number;
  readonly count: number;
}

/**
 * The least duration that `share` of the attempts do not exceed (nearest rank), rounded up to the millisecond: never
 * better than the attempts themselves.
 *
 * @param share above 0 and up to 1
 * @returns null where there are none
 */
export function durationPercentile(counts: DurationCounts, share: number): DurationPercentile | null {
  const count = durationCount(counts);
  const rank = Math.max(1, Math.ceil(share * count));
  let atMost = 0;
  for (const ms of Object.keys(counts)
    .map(Number)
    .sort((a, b) => a - b)) {
    atMost += counts[ms]!;
    if (atMost >= rank) return { ms, atMost, count };
  }
  return null;
}
