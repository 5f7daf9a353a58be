import { recurrenceRule, ruleParts, type RecurrenceValues } from './recurrence-rule.js';

const values: RecurrenceValues = {
  frequency: 'WEEKLY',
  interval: 1,
  weekdays: [],
  monthly: 'date',
  ends: 'count',
  count: 10,
  until: '2027-12-31',
};

test.each<[string, Partial<RecurrenceValues>, string, string]>([
  ['the first one’s day of the week', {}, '2026-11-22T01:00', 'FREQ=WEEKLY;BYDAY=SU;COUNT=10'],
  [
    'days in the order of the week',
    { weekdays: ['SU', 'MO'], interval: 2 },
    '2026-11-22T01:00',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=10',
  ],
  ['until a date', { frequency: 'DAILY', ends: 'until' }, '2026-11-22T01:00', 'FREQ=DAILY;UNTIL=20271231'],
  [
    'a date of the month',
    { frequency: 'MONTHLY' },
    '2026-11-22T01:00',
    'FREQ=MONTHLY;BYMONTHDAY=22;COUNT=10',
  ],
  [
    'a month’s third Friday',
    { frequency: 'MONTHLY', monthly: 'weekday' },
    '2026-11-20T22:00',
    'FREQ=MONTHLY;BYDAY=3FR;COUNT=10',
  ],
  [
    'a fifth one is the last',
    { frequency: 'MONTHLY', monthly: 'weekday' },
    '2026-11-29T22:00',
    'FREQ=MONTHLY;BYDAY=-1SU;COUNT=10',
  ],
])('%s', (_, more, from, rule) => expect(recurrenceRule({ ...values, ...more }, from)).toBe(rule));

test('a rule is taken apart again', () => {
  expect(ruleParts('FREQ=MONTHLY;INTERVAL=3;BYDAY=-1SU;UNTIL=20271231')).toEqual({
    frequency: 'MONTHLY',
    interval: 3,
    days: [{ nth: -1, code: 'SU' }],
    monthDays: [],
    count: null,
    until: '2027-12-31',
  });
  expect(ruleParts('FREQ=YEARLY;COUNT=2')).toBeNull();
  expect(ruleParts('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=2')).toBeNull();
});
