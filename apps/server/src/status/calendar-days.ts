import type { DaysQuery } from '@opsgauge/contract';
import { daysBetween, type CalendarDay, type Interval } from '@opsgauge/domain';
import { ApplicationError } from '../platform/errors/application-error.js';

const daysMax = 366;

/**
 * The days a request asks for, at most a year.
 * @throws ApplicationError `period_invalid`
 */
export function calendarDays({ from, to }: DaysQuery, timeZone: string): CalendarDay[] {
  try {
    const days = daysBetween(from, to, timeZone);
    if (days.length <= daysMax) return days;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ApplicationError('period_invalid', `to: must be from 0 to ${daysMax - 1} days after from`, {
    field: 'to',
  });
}

/** From the first day's start to the last one's end. */
export const spanOf = (days: readonly CalendarDay[]): Interval => ({
  fromMs: days[0]!.fromMs,
  toMs: days.at(-1)!.toMs,
});

/** The calendar months of days, each as far as the days reach; by `2026-11` and the like. */
export function monthsOf(days: readonly CalendarDay[]): Map<string, Interval> {
  const months = new Map<string, Interval>();
  for (const { date, fromMs, toMs } of days) {
    const month = date.slice(0, 7);
    months.set(month, { fromMs: months.get(month)?.fromMs ?? fromMs, toMs });
  }
  return months;
}
