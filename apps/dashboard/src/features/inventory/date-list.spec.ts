import { datesText, parseDates } from './date-list.js';

test.each([
  ['', []],
  ['2026-10-01', ['2026-10-01']],
  ['2026-10-01 至 2026-10-03', ['2026-10-01', '2026-10-02', '2026-10-03']],
  ['2026-12-31 ~ 2027-01-01', ['2026-12-31', '2027-01-01']],
  ['2024-02-28~2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ['2026年10月1日、2026/9/30，2026-10-1\n', ['2026-09-30', '2026-10-01']],
  ['国庆', null],
  ['2026-02-29', null],
  ['2026-10-03 至 2026-10-01', null],
  ['2020-01-01 至 2026-01-01', null],
])('%j is read as %j', (text, dates) => expect(parseDates(text)).toEqual(dates));

test('runs of days are written short, and read again as they were', () => {
  const dates = ['2026-10-10', '2026-10-02', '2026-10-01', '2026-09-30'];
  expect(datesText(dates)).toBe('2026-09-30 ~ 2026-10-02\n2026-10-10');
  expect(parseDates(datesText(dates))).toEqual([...dates].sort());
});
