import { complement, lengthMs, totalMs, union, type Interval } from '../time/interval.js';
import { dayMs } from '../time/durations.js';
import { calendarIntervals, serviceIntervals } from '../time/service-calendar.js';
import type { FaultTerms } from './terms.js';

/** What a clock has to know of the contract. */
export type ClockTerms = Pick<FaultTerms, 'service' | 'timeZone'>;

/** How far ahead a deadline is looked for: a contract that ends, or only holidays, may leave none. */
const horizonMs = 3 * 366 * dayMs;
const firstLookMs = 8 * dayMs;

/** When a clock runs within a period: in service, but not while it is paused. Sorted and disjoint. */
export function runningIntervals(
  period: Interval,
  pauses: readonly Interval[],
  { service, timeZone }: ClockTerms,
): Interval[] {
  const served =
    service.length === 0
      ? calendarIntervals(null, period, timeZone)
      : serviceIntervals(service, period, timeZone);
  const paused = union(pauses);
  return served.flatMap((part) => complement(paused, part));
}

/**
 * When a clock that goes on at `fromMs` will have run for `remainingMs` more.
 *
 * @returns null where the contract has no service left for it, three years ahead at the most
 */
export function usedUpAt(
  fromMs: number,
  remainingMs: number,
  pauses: readonly Interval[],
  terms: ClockTerms,
): number | null {
  const endlessMs = Math.min(...pauses.filter(({ toMs }) => toMs === Infinity).map((one) => one.fromMs));
  const lastMs = Math.min(fromMs + remainingMs + horizonMs, endlessMs);
  for (let lookMs = remainingMs + firstLookMs; ; lookMs *= 4) {
    const period = { fromMs, toMs: Math.min(fromMs + lookMs, lastMs) };
    let leftMs = remainingMs;
    for (const part of runningIntervals(period, pauses, terms)) {
      if (lengthMs(part) >= leftMs) return part.fromMs + leftMs;
      leftMs -= lengthMs(part);
    }
    if (period.toMs === lastMs) return null;
  }
}

/** How much of the stretches a clock ran. */
export const elapsedMs = (
  stretches: readonly Interval[],
  pauses: readonly Interval[],
  terms: ClockTerms,
): number => totalMs(stretches.flatMap((one) => runningIntervals(one, pauses, terms)));

/** Whether a clock runs at an instant. */
export const runsAt = (instantMs: number, pauses: readonly Interval[], terms: ClockTerms): boolean =>
  runningIntervals({ fromMs: instantMs, toMs: instantMs + 1 }, pauses, terms).length > 0;
