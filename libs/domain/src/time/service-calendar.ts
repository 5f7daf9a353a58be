import { DateTime } from 'luxon';
import { clipAll, union, type Interval } from './interval.js';

/** When a contract has somebody at work, on the clocks of the organisation's zone. */
export interface ServiceCalendar {
  /** Days of the week, 1 (Monday) to 7 (Sunday). */
  readonly workingDays: readonly number[];
  /** `HH:mm`. */
  readonly fromTime: string;
  /** `HH:mm`, after `fromTime`; `24:00` is the end of the day. */
  readonly toTime: string;
  /** Dates `YYYY-MM-DD` without service, whatever day of the week they are. */
  readonly holidays: readonly string[];
  /** Dates `YYYY-MM-DD` with service, whatever day of the week they are (调休); a holiday all the same stays one. */
  readonly extraWorkingDays: readonly string[];
}

/** What a contract says of when its service runs. */
export interface ServiceTerms {
  readonly fromMs: number;
  /** Null: no end agreed. */
  readonly toMs: number | null;
  /** Null: 7×24. */
  readonly calendar: ServiceCalendar | null;
}

/**
 * The hours of a calendar within a period: `[from, to)` of each day of service.
 *
 * @param calendar null: 7×24, so that the whole period is service
 * @returns sorted and disjoint, inside the period
 * @throws RangeError if there is no such zone
 */
export function calendarIntervals(
  calendar: ServiceCalendar | null,
  period: Interval,
  timeZone: string,
): Interval[] {
  if (!calendar) return clipAll([period], period);
  const isServiceDay = serviceDays(calendar);
  const hours: Interval[] = [];
  let day = DateTime.fromMillis(period.fromMs, { zone: timeZone }).startOf('day');
  if (!day.isValid) throw new RangeError(`no calendar in time zone ${timeZone}`);
  while (day.toMillis() < period.toMs) {
    if (isServiceDay(day)) {
      hours.push({ fromMs: onTheClock(day, calendar.fromTime), toMs: onTheClock(day, calendar.toTime) });
    }
    day = day.plus({ days: 1 }).startOf('day');
  }
  return union(clipAll(hours, period));
}

/**
 * When contracts have their target in service within a period: inside the dates of any of them and, where that one
 * has a calendar, its hours. Availability leaves out all the rest; a repair clock stands still in it.
 *
 * @returns sorted and disjoint, inside the period
 */
export const serviceIntervals = (
  contracts: readonly ServiceTerms[],
  period: Interval,
  timeZone: string,
): Interval[] =>
  union(
    contracts.flatMap(({ fromMs, toMs, calendar }) =>
      clipAll([{ fromMs, toMs: toMs ?? period.toMs }], period).flatMap((part) =>
        calendarIntervals(calendar, part, timeZone),
      ),
    ),
  );

function serviceDays({ workingDays, holidays, extraWorkingDays }: ServiceCalendar) {
  const weekdays = new Set(workingDays);
  const without = new Set(holidays);
  const extra = new Set(extraWorkingDays);
  return (day: DateTime): boolean => {
    const date = day.toISODate()!;
    return !without.has(date) && (extra.has(date) || weekdays.has(day.weekday));
  };
}

/** The instant at which the clocks show `time` on that day; one that a clock change skips is as much later. */
function onTheClock(day: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return hour === 24 ? day.plus({ days: 1 }).startOf('day').toMillis() : day.set({ hour, minute }).toMillis();
}
