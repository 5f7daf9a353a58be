import { endOfDate, instantOf, localTimeOf } from './zone-instants.js';

test.each([
  ['2026-01-01', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
  ['2026-11-21T10:30', 'Asia/Shanghai', '2026-11-21T02:30:00.000Z'],
  ['2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
])('%s on the clocks of %s', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant);
  expect(localTimeOf(instant, zone)).toBe(local.length === 10 ? `${local}T00:00` : local);
});

test('a last day is included whole', () =>
  expect(endOfDate('2026-12-31', 'Asia/Shanghai')).toBe('2026-12-31T16:00:00.000Z'));
