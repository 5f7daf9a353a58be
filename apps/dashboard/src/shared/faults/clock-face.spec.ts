import type { FaultClock } from '@opsgauge/contract';
import { clockFace, countdown } from './clock-face.js';

const now = Date.parse('2026-11-21T02:30:00Z');
const minute = 60_000;
const clock = (over: Partial<FaultClock>): FaultClock => ({
  state: 'running',
  from: '2026-11-21T02:00:00Z',
  to: null,
  asOf: '2026-11-21T02:30:00Z',
  elapsedMs: 10 * minute,
  limitMs: 30 * minute,
  deadlineAt: null,
  ...over,
});

test('a running clock goes on between two readings', () => {
  expect(clockFace(clock({}), now)).toMatchObject({ kind: 'running', tone: 'ok', leftMs: 20 * minute });
  expect(clockFace(clock({}), now + 5000)).toMatchObject({ leftMs: 20 * minute - 5000 });
});

test.each([
  [20 * minute - 1, 'ok'],
  [20 * minute, 'warning'],
  [27 * minute - 1, 'warning'],
  [27 * minute, 'critical'],
  [30 * minute, 'critical'],
])('with %i ms used of 30 minutes it is %s', (elapsedMs, tone) =>
  expect(clockFace(clock({ elapsedMs }), now)).toMatchObject({ kind: 'running', tone }),
);

test('past its limit it counts what is over, also between two readings', () => {
  const late = clock({ elapsedMs: 30 * minute - 1000 });
  expect(clockFace(late, now + 1000)).toMatchObject({ kind: 'running', leftMs: 0 });
  expect(clockFace(late, now + 2000)).toEqual({ kind: 'overdue', overMs: 1000 });
  const missed = clock({ state: 'missed', elapsedMs: 31 * minute });
  expect(clockFace(missed, now + 2000)).toEqual({ kind: 'overdue', overMs: minute + 2000 });
});

test('a clock that is paused or over stands still', () => {
  const later = now + 10 * minute;
  expect(clockFace(clock({ state: 'paused' }), later)).toMatchObject({ kind: 'paused', leftMs: 20 * minute });
  const over = { to: '2026-11-21T02:20:00Z' };
  expect(clockFace(clock({ ...over, state: 'met' }), later)).toEqual({
    kind: 'used',
    isOnTime: true,
    usedMs: 10 * minute,
  });
  expect(clockFace(clock({ ...over, state: 'missed', elapsedMs: 31 * minute }), later)).toEqual({
    kind: 'used',
    isOnTime: false,
    usedMs: 31 * minute,
  });
  expect(clockFace(clock({ ...over, state: 'autoRecovered' }), later).kind).toBe('autoRecovered');
  expect(clockFace(clock({ state: 'notDue' }), later)).toEqual({ kind: 'notDue' });
});

test('a page whose clock is behind the reading adds nothing', () =>
  expect(clockFace(clock({}), now - minute)).toMatchObject({ leftMs: 20 * minute }));

test.each([
  [0, '00:00'],
  [1, '00:01'],
  [478_000, '07:58'],
  [3_600_000, '01:00:00'],
  [80_100_000, '22:15:00'],
  [360_000_000, '100:00:00'],
])('%i ms read as %s', (ms, text) => expect(countdown(ms)).toBe(text));
