import { hourMs, minuteMs } from '../time/durations.js';
import { escalationOf } from './escalation.js';

const response = { state: 'running', toMs: null, limitMs: 30 * minuteMs } as const;
const repair = { state: 'running', toMs: null, limitMs: 24 * hourMs } as const;

it.each([
  ['response', response, 15 * minuteMs - 1, null],
  ['response', response, 15 * minuteMs, 1],
  ['response', response, 30 * minuteMs - 1, 1],
  ['response', { ...response, state: 'missed' as const }, 30 * minuteMs, 2],
  ['response', { ...response, limitMs: 60 * minuteMs }, 15 * minuteMs, null],
  ['repair', repair, 20 * hourMs - 1, null],
  ['repair', repair, 20 * hourMs, 1],
  ['repair', repair, 24 * hourMs, 2],
  ['repair', { ...repair, state: 'paused' as const }, 23 * hourMs, null],
  ['repair', { ...repair, state: 'met' as const, toMs: 1 }, 23 * hourMs, null],
  ['repair', { ...repair, state: 'missed' as const, toMs: 1 }, 25 * hourMs, null],
  ['response', { ...response, state: 'notDue' as const }, 31 * minuteMs, null],
] as const)('the %s clock of %j after %i ms is at step %p', (clock, reading, elapsedMs, step) => {
  expect(escalationOf(clock, { ...reading, elapsedMs })).toEqual(step === null ? null : { clock, step });
});
