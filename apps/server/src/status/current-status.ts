import type { Server } from '@opsgauge/contract';
import type { ClassifiedInterval } from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';

/** The class at the last instant, and since when (within the period) it has been so. */
export function currentStatus(
  intervals: readonly ClassifiedInterval[],
): Pick<Server, 'status' | 'statusSince'> {
  const last = intervals.at(-1);
  if (!last) return { status: 'unknown', statusSince: null };
  let since = last;
  for (let index = intervals.length - 2; index >= 0 && intervals[index]!.class === last.class; index--) {
    since = intervals[index]!;
  }
  return { status: last.class, statusSince: instantText(since.fromMs) };
}
