import { DateTime } from 'luxon';
import type { Interval } from './interval.js';

/**
 * Calendar edges in the organisation's zone. Lengths are never assumed: a day may have 23 or 25 hours, and April 1991
 * in Shanghai had 2,588,400 seconds.
 * @throws RangeError if there is no such zone
 */
export function monthOf(instantMs: number, timeZone: string): Interval {
  const start = inZone(instantMs, timeZone).startOf('month');
  return { fromMs: start.toMillis(), toMs: start.plus({ months: 1 }).startOf('month').toMillis() };
}

/** The quarters of the calendar that a period touches, whole. */
export function quartersOf(period: Interval, timeZone: string): Interval[] {
  const quarters: Interval[] = [];
  let start = inZone(period.fromMs, timeZone).startOf('quarter');
  while (start.toMillis() < period.toMs) {
    const next = start.plus({ quarters: 1 }).startOf('quarter');
    quarters.push({ fromMs: start.toMillis(), toMs: next.toMillis() });
    start = next;
  }
  return quarters;
}

/** `2026-11` and the like, of the month that holds the instant. */
export const monthLabel = (instantMs: number, timeZone: string): string =>
  inZone(instantMs, timeZone).toFormat('yyyy-MM');

function inZone(instantMs: number, timeZone: string): DateTime {
  const local = DateTime.fromMillis(instantMs, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`no instant ${instantMs} in time zone ${timeZone}`);
  return local;
}

/** A calendar day with its date `YYYY-MM-DD`. */
export interface CalendarDay extends Interval {
  readonly date: string;
}

/**
 * The days from `firstDate` to `lastDate`, both included (`YYYY-MM-DD`).
 * @throws RangeError if either is not a date, or the last is before the first
 */
export function daysBetween(firstDate: string, lastDate: string, timeZone: string): CalendarDay[] {
  const first = DateTime.fromISO(firstDate, { zone: timeZone }).startOf('day');
  const last = DateTime.fromISO(lastDate, { zone: timeZone }).startOf('day');
  if (!first.isValid || !last.isValid || last < first) {
    throw new RangeError(`no days from ${firstDate} to ${lastDate}`);
  }
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day = day.plus({ days: 1 }).startOf('day')) {
    days.push({
      date: day.toISODate()!,
      fromMs: day.toMillis(),
      toMs: day.plus({ days: 1 }).startOf('day').toMillis(),
    });
  }
  return days;
}

/** A period that is not over yet ends now; one that has not begun is empty at its start. */
export const capAt = (period: Interval, nowMs: number): Interval => ({
  fromMs: period.fromMs,
  toMs: Math.max(period.fromMs, Math.min(period.toMs, nowMs)),
});
