import {
  observed,
  type ClassifiedInterval,
  type Evidence,
  type Observation,
  type StatusClass,
} from '@opsgauge/domain';
import { judgeGaps, type HostFault } from './gap-faults.js';

/** A row of intervals from second 0 on. */
const read = (...parts: [number, Observation, Evidence, StatusClass?][]): ClassifiedInterval[] => {
  let fromMs = 0;
  return parts.map(([toMs, observation, evidence, status]) => {
    const interval = { ...observed({ fromMs, toMs }, observation, evidence), class: status ?? observation };
    fromMs = toMs;
    return interval;
  });
};
const fault = (fromMs: number, toMs: number | null): HostFault => ({
  conditionKey: 'host-silent',
  fromMs,
  toMs,
});

test.each<[string, ClassifiedInterval[], HostFault[], string[]]>([
  ['up throughout', read([100, 'up', 'samples']), [], []],
  [
    'a restart nobody saw',
    read([40, 'up', 'samples'], [55, 'down', 'boot'], [100, 'up', 'samples']),
    [],
    ['host-interrupted 40–55'],
  ],
  [
    'a host frozen, unseen',
    read([40, 'up', 'samples'], [99, 'down', 'frozen'], [100, 'up', 'samples']),
    [],
    ['host-interrupted 40–99'],
  ],
  [
    'an agent stopped, unseen',
    read([40, 'up', 'samples'], [90, 'unknown', 'agent-stopped'], [99, 'up', 'samples']),
    [],
    ['agent-stopped 40–90'],
  ],
  [
    'the hub itself away',
    read([40, 'up', 'samples'], [90, 'unknown', 'hub-outage'], [99, 'up', 'samples']),
    [],
    [],
  ],
  [
    'down in maintenance',
    read([40, 'up', 'samples'], [90, 'down', 'boot', 'maintenance'], [99, 'up', 'samples']),
    [],
    [],
  ],
  [
    'down for two reasons one after the other is one',
    read([40, 'up', 'samples'], [60, 'down', 'boot'], [70, 'down', 'frozen'], [99, 'up', 'samples']),
    [],
    ['host-interrupted 40–70'],
  ],
  [
    'down, and known',
    read([40, 'up', 'samples'], [90, 'down', 'boot'], [99, 'up', 'samples']),
    [fault(50, 90)],
    [],
  ],
  ['down, and still a fault', read([40, 'up', 'samples'], [90, 'down', 'silence']), [fault(50, null)], []],
  ['a silence read anew as up: the network', read([99, 'up', 'samples']), [fault(50, 90)], ['network']],
  [
    'a silence read anew as a stopped agent: the agent',
    read([40, 'up', 'samples'], [90, 'unknown', 'agent-stopped'], [99, 'up', 'samples']),
    [fault(50, 90)],
    ['agent'],
  ],
  [
    'a silence read anew as partly the hub’s own absence stays as it is',
    read([40, 'up', 'samples'], [90, 'unknown', 'hub-outage'], [99, 'up', 'samples']),
    [fault(50, 90)],
    [],
  ],
  ['a fault of which only a part was read anew', read([70, 'up', 'samples']), [fault(50, 90)], []],
])('%s', (_what, intervals, faults, expected) => {
  const { missed, reread } = judgeGaps(intervals, faults);
  expect([
    ...missed.map(({ code, fromMs, toMs }) => `${code} ${fromMs}–${toMs}`),
    ...reread.map(({ cause }) => cause),
  ]).toEqual(expected);
});
