import type { ServiceCalendar } from '@opsgauge/contract';
import { datesText, parseDates } from './date-list.js';

/** What a contract's form holds of its service hours: dates as text. */
export interface CalendarValues {
  workingDays: number[];
  fromTime: string;
  /** As an input of type `time` has it: midnight is the end of the day. */
  toTime: string;
  holidays: string;
  extraWorkingDays: string;
}

/** The usual office hours, to start from. */
const officeHours: CalendarValues = {
  workingDays: [1, 2, 3, 4, 5],
  fromTime: '09:00',
  toTime: '18:00',
  holidays: '',
  extraWorkingDays: '',
};

export const calendarValues = (calendar: ServiceCalendar | null): CalendarValues =>
  calendar
    ? {
        ...calendar,
        workingDays: [...calendar.workingDays],
        toTime: calendar.toTime === '24:00' ? '00:00' : calendar.toTime,
        holidays: datesText(calendar.holidays),
        extraWorkingDays: datesText(calendar.extraWorkingDays),
      }
    : officeHours;

export const calendarInput = (values: CalendarValues): ServiceCalendar => ({
  workingDays: [...values.workingDays].sort(),
  fromTime: values.fromTime,
  toTime: values.toTime === '00:00' ? '24:00' : values.toTime,
  holidays: parseDates(values.holidays ?? '') ?? [],
  extraWorkingDays: parseDates(values.extraWorkingDays ?? '') ?? [],
});

/** Days of the week as runs, each its first and last day: Monday to Friday and Sunday is `[[1, 5], [7, 7]]`. */
export function weekdayRuns(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
