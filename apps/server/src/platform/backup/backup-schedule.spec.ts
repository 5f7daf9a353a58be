import { isBackupOverdue, nextBackupMs } from './backup-schedule.js';

const hourMs = 3_600_000;

test.each([
  ['before three', '2026-11-21T02:59:59+08:00', '2026-11-21T03:00:00+08:00'],
  ['at three', '2026-11-21T03:00:00+08:00', '2026-11-22T03:00:00+08:00'],
  ['at the end of a year', '2026-12-31T12:00:00+08:00', '2027-01-01T03:00:00+08:00'],
])('the next backup %s', (_, now, next) =>
  expect(nextBackupMs(Date.parse(now), 'Asia/Shanghai')).toBe(Date.parse(next)),
);

test('is at three on the clocks where they are changed', () =>
  expect(nextBackupMs(Date.parse('2026-03-28T12:00:00+01:00'), 'Europe/Berlin')).toBe(
    Date.parse('2026-03-29T03:00:00+02:00'),
  ));

test.each([
  [null, true],
  [25 * hourMs, false],
  [26 * hourMs, false],
  [26 * hourMs + 1, true],
])('a last good one %s milliseconds ago is late: %s', (agoMs, isLate) =>
  expect(isBackupOverdue(agoMs === null ? null : 1e12 - agoMs, 1e12)).toBe(isLate),
);
