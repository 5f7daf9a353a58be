import { observed, type Observation, type ObservedInterval } from '@opsgauge/domain';
import { recoveryAfter } from './recovery.js';

const row = (...parts: [Observation, number][]): ObservedInterval[] => {
  let fromMs = 0;
  return parts.map(([observation, toMs]) => {
    const interval = observed({ fromMs, toMs }, observation, 'samples');
    fromMs = toMs;
    return interval;
  });
};

test.each<[string, ObservedInterval[], number | null]>([
  ['down, then up', row(['up', 50], ['down', 80], ['up', 100]), 80],
  [
    'down, unknown while the hub was away, then up',
    row(['up', 50], ['down', 70], ['unknown', 90], ['up', 99]),
    90,
  ],
  ['read anew as unknown', row(['up', 50], ['unknown', 80], ['up', 100]), 80],
  ['read anew as up', row(['up', 100]), null],
  ['not back', row(['up', 50], ['down', 100]), null],
  ['up and down again since', row(['up', 50], ['down', 60], ['up', 70], ['down', 80]), 60],
  ['nothing known', [], null],
])('%s', (_what, intervals, expected) => expect(recoveryAfter(50, intervals)).toBe(expected));
