import * as times from './times.js';

const shanghai = 'Asia/Shanghai';

test('times are those of the organisation, wherever the browser stands', () => {
  const instant = '2026-11-20T16:05:09.042Z';
  expect(times.dateTime(instant, shanghai)).toBe('2026-11-21 00:05');
  expect(times.clockTime(instant, shanghai)).toBe('00:05:09');
  expect(times.shortDateTime(instant, shanghai)).toBe('11-21 00:05:09');
  expect(times.dateTimeMilliseconds(instant, shanghai)).toBe('2026-11-21 00:05:09.042');
  expect(times.date(instant, 'UTC')).toBe('2026-11-20');
});

test('a half-open month ends on its last day', () => {
  expect(times.lastDateBefore('2026-09-30T16:00:00.000Z', shanghai)).toBe('2026-09-30');
});

test('calendar days are shifted across months', () => {
  expect(times.shiftDate('2026-03-01', -1)).toBe('2026-02-28');
  expect(times.shiftDate('2026-11-21', -29)).toBe('2026-10-23');
});

const words = (parts: { unit: string; value: number }[]) =>
  parts.map(({ unit, value }) => `${value} ${unit}`).join(' ');

test.each([
  [0, '0 belowSecond'],
  [999, '0 belowSecond'],
  [59_999, '59 second'],
  [432_000, '7 minute 12 second'],
  [3_600_000, '1 hour'],
  [3_660_000, '1 hour 1 minute'],
  [5_457_600_000, '63 day 4 hour'],
])('%d ms is %s', (ms, expected) => expect(words(times.durationParts(ms))).toBe(expected));

test('an exact duration leaves no second out, and below one no millisecond', () => {
  expect(words(times.exactDurationParts(0))).toBe('0 millisecond');
  expect(words(times.exactDurationParts(359))).toBe('359 millisecond');
  expect(words(times.exactDurationParts(1_681_743_017))).toBe('19 day 11 hour 9 minute 3 second');
});

test.each([
  [0, '0 second'],
  [-5000, '0 second'],
  [22 * 60_000 + 59_000, '22 minute'],
  [25 * 3_600_000, '1 day'],
])('%d ms ago is %s', (ms, expected) =>
  expect(words([times.agoParts(1_000_000_000_000 - ms, 1_000_000_000_000)])).toBe(expected),
);
