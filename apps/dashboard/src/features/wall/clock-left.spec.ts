import type { FaultClock } from '@opsgauge/contract';
import { clockLeft, countdown } from './clock-left.js';

const now = Date.parse('2026-11-21T02:30:00.000Z');
const minute = 60_000;
const clock = (more: Partial<FaultClock>): FaultClock => ({
  state: 'running',
  from: '2026-11-21T02:00:00.000Z',
  to: null,
  elapsedMs: 10 * minute,
  limitMs: 30 * minute,
  deadlineAt: null,
  asOf: new Date(now).toISOString(),
  ...more,
});

test('a running clock goes on after it was read', () => {
  expect(clockLeft(clock({}), now)).toMatchObject({ ms: 20 * minute, level: 'ok' });
  expect(clockLeft(clock({}), now + 11 * minute)).toMatchObject({ ms: 9 * minute, level: 'warning' });
  expect(clockLeft(clock({}), now + 18 * minute)).toMatchObject({ ms: 2 * minute, level: 'late' });
  expect(clockLeft(clock({}), now + 25 * minute)).toMatchObject({ ms: -5 * minute, share: 0, level: 'late' });
});

test('one that stands does not', () => {
  expect(clockLeft(clock({ state: 'paused' }), now + 25 * minute)).toMatchObject({
    ms: 20 * minute,
    level: 'paused',
  });
  expect(clockLeft(clock({ state: 'met' }), now + 25 * minute)).toMatchObject({
    ms: 10 * minute,
    level: 'met',
  });
  expect(clockLeft(clock({ state: 'notDue' }), now)).toBeNull();
});

test.each([
  [478_000, '07:58'],
  [80_100_000, '22:15:00'],
  [-61_000, '01:01'],
  [0, '00:00'],
])('%i ms read %s', (ms, text) => expect(countdown(ms)).toBe(text));
