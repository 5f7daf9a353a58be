import type { ObservedInterval } from '@opsgauge/domain';

/**
 * When a host was back that had not been up since `sinceMs`.
 *
 * @param intervals how its time has been read since
 * @returns null where it is not back, or where it was read anew as never having been away
 */
export function recoveryAfter(sinceMs: number, intervals: readonly ObservedInterval[]): number | null {
  const first = intervals.findIndex(({ fromMs, toMs }) => fromMs <= sinceMs && toMs > sinceMs);
  if (first < 0 || intervals[first]!.observation === 'up') return null;
  return intervals.slice(first).find(({ observation }) => observation === 'up')?.fromMs ?? null;
}
