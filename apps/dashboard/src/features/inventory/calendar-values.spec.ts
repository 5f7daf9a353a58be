import type { ServiceCalendar } from '@opsgauge/contract';
import { calendarInput, calendarValues, weekdayRuns } from './calendar-values.js';

const calendar: ServiceCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  fromTime: '08:30',
  toTime: '24:00',
  holidays: ['2026-10-01', '2026-10-02'],
  extraWorkingDays: ['2026-10-10'],
};

test('service hours are edited as text, and are what they were when nothing changes', () => {
  const values = calendarValues(calendar);
  expect(values).toMatchObject({ toTime: '00:00', holidays: '2026-10-01 ~ 2026-10-02' });
  expect(calendarInput(values)).toEqual(calendar);
});

test('a contract that gets service hours starts from those of an office', () =>
  expect(calendarInput(calendarValues(null))).toMatchObject({ fromTime: '09:00', toTime: '18:00' }));

test.each([
  [[1, 2, 3, 4, 5], [[1, 5]]],
  [
    [7, 1, 2],
    [
      [1, 2],
      [7, 7],
    ],
  ],
  [[], []],
])('the days %j run %j', (days, runs) => expect(weekdayRuns(days)).toEqual(runs));
