import type { FaultClock, FaultDetail } from '@opsgauge/contract';
import { stepsOf } from './step-values.js';

const at = '2026-11-21T02:00:00Z';
const clock = (over: Partial<FaultClock> = {}): FaultClock => ({
  state: 'running',
  from: at,
  to: null,
  asOf: at,
  elapsedMs: 0,
  limitMs: 1,
  deadlineAt: null,
  ...over,
});
const states = (over: Partial<FaultDetail>) =>
  stepsOf({
    state: 'open',
    detectedAt: at,
    respondedAt: null,
    recoveredAt: null,
    closedAt: null,
    response: clock(),
    repair: clock(),
    ...over,
  }).map(({ state }) => state);

const answered = { respondedAt: at, response: clock({ state: 'met', to: at }) };

test.each<[string, Partial<FaultDetail>, string[]]>([
  ['just found', {}, ['done', 'now', 'ahead', 'ahead']],
  ['answered', { ...answered, state: 'responded' }, ['done', 'done', 'now', 'ahead']],
  [
    'answered late',
    { respondedAt: at, state: 'responded', response: clock({ state: 'missed', to: at }) },
    ['done', 'late', 'now', 'ahead'],
  ],
  ['suspended', { ...answered, state: 'suspended' }, ['done', 'done', 'now', 'ahead']],
  [
    'repaired late',
    { ...answered, state: 'repaired', recoveredAt: at, repair: clock({ state: 'missed', to: at }) },
    ['done', 'done', 'late', 'now'],
  ],
  [
    'recovered by itself',
    {
      state: 'repaired',
      recoveredAt: at,
      response: clock({ state: 'autoRecovered', to: at }),
      repair: clock({ state: 'met', to: at }),
    },
    ['done', 'done', 'done', 'now'],
  ],
  [
    'closed',
    { ...answered, state: 'closed', recoveredAt: at, closedAt: at, repair: clock({ state: 'met', to: at }) },
    ['done', 'done', 'done', 'done'],
  ],
])('one that is %s', (_, over, expected) => expect(states(over)).toEqual(expected));
