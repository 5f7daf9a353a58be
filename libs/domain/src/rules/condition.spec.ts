import fc from 'fast-check';
import { stepCondition, type Condition } from './condition.js';
import { holds, type ThresholdRule } from './rule.js';
import type { Signal } from './signal.js';
import { tryRule } from './try-rule.js';

const second = 1000;
const minute = 60 * second;

const rule: ThresholdRule = {
  signal: 'cpuPercent',
  comparison: 'atLeast',
  threshold: 90,
  forMs: 5 * minute,
  keepFiringForMs: 2 * minute,
  severity: 'minor',
};
const reading = (atMinutes: number, value: number): Signal => ({
  name: 'cpuPercent',
  subject: '',
  value,
  atMs: atMinutes * minute,
  vouchedMs: minute,
});
/** One reading a minute. */
const readings = (...values: number[]) => values.map((value, index) => reading(index, value));
const firings = (signals: readonly Signal[], changed: Partial<ThresholdRule> = {}) =>
  tryRule({ ...rule, ...changed }, signals).map(({ fromMs, toMs, worst }) => [
    fromMs / minute,
    toMs === null ? null : toMs / minute,
    worst,
  ]);

test.each<[string, Signal[], (number | null)[][]]>([
  ['nothing, where it never held', readings(10, 20, 89.99), []],
  ['nothing, where it held too briefly', readings(90, 91, 92, 93, 94, 10), []],
  [
    'from when it began to hold, once it held long enough',
    readings(10, 90, 91, 92, 93, 94, 95),
    [[1, null, 95]],
  ],
  ['one, where it holds on', readings(90, 90, 90, 90, 90, 90, 90, 90, 99), [[0, null, 99]]],
  [
    'until it was first seen over, once it was over long enough',
    readings(90, 90, 90, 90, 90, 90, 90, 10, 10, 10),
    [[0, 7, 90]],
  ],
  [
    'still, where it was over too briefly',
    readings(90, 90, 90, 90, 90, 90, 10, 10, 95, 95, 10),
    [[0, null, 95]],
  ],
  [
    'two, where it was over in between',
    readings(...[90, 90, 90, 90, 90, 90], ...[1, 1, 1], ...[92, 92, 92, 92, 92, 92]),
    [
      [0, 6, 90],
      [9, null, 92],
    ],
  ],
  ['anew, where nobody vouches for the time between', [reading(0, 95), reading(10, 95)], []],
  [
    'two, where it was over long enough with nobody looking',
    [...readings(95, 95, 95, 95, 95, 95, 10), ...[60, 61, 62, 63, 64, 65].map((at) => reading(at, 93))],
    [
      [0, 6, 95],
      [60, null, 93],
    ],
  ],
  [
    'on, through a silence, once it is a fault',
    [...readings(95, 95, 95, 95, 95, 95), reading(60, 95)],
    [[0, null, 95]],
  ],
])('fires %s', (_what, signals, expected) => expect(firings(signals)).toEqual(expected));

test('a rule without a duration fires at the first reading, and is over at the first that is not', () => {
  expect(firings(readings(10, 95, 10), { forMs: 0, keepFiringForMs: 0 })).toEqual([[1, 2, 95]]);
});

test('subjects are judged apart', () => {
  const both = readings(95, 95, 95, 95, 95, 95).flatMap((one, index) => [
    { ...one, subject: '/data' },
    { ...one, subject: '/', value: index },
  ]);
  expect(tryRule(rule, both)).toEqual([{ subject: '/data', fromMs: 0, toMs: null, worst: 95 }]);
});

test.each<[ThresholdRule['comparison'], boolean[]]>([
  ['atLeast', [false, true, true]],
  ['above', [false, false, true]],
  ['atMost', [true, true, false]],
  ['below', [true, false, false]],
])('%s of 90, for 89, 90 and 91', (comparison, expected) => {
  expect([89, 90, 91].map((value) => holds({ ...rule, comparison }, value))).toEqual(expected);
});

test('a reading that comes twice, or too late, changes nothing', () => {
  const held = stepCondition(rule, null, reading(3, 95)).condition;
  expect(stepCondition(rule, held, reading(3, 95))).toEqual({ condition: held });
  expect(stepCondition(rule, held, reading(2, 10))).toEqual({ condition: held });
});

const anySignals = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 80, max: 100 })), { maxLength: 60 })
  .map((steps) => {
    let at = 0;
    return steps.map(([pause, value]) => reading((at += pause), value));
  });

test('what fires held at its start, never overlaps, and lasts at least as long as it has to', () => {
  fc.assert(
    fc.property(anySignals, (signals) => {
      const found = tryRule(rule, signals);
      found.forEach(({ fromMs, toMs }, index) => {
        expect(signals.find(({ atMs }) => atMs === fromMs)!.value).toBeGreaterThanOrEqual(rule.threshold);
        if (toMs !== null) {
          expect(toMs - fromMs).toBeGreaterThanOrEqual(rule.forMs);
          expect(signals.find(({ atMs }) => atMs === toMs)!.value).toBeLessThan(rule.threshold);
        }
        const next = found[index + 1];
        if (next) expect(next.fromMs).toBeGreaterThan(toMs!);
      });
    }),
  );
});

test('trying a rule on the past finds what stepping through it live began and ended', () => {
  fc.assert(
    fc.property(anySignals, (signals) => {
      let condition: Condition | null = null;
      const live: [number, number | null][] = [];
      for (const signal of signals) {
        const step = stepCondition(rule, condition, signal);
        if (step.endedAtMs !== undefined) live[live.length - 1]![1] = step.endedAtMs;
        if (step.beganAtMs !== undefined) live.push([step.beganAtMs, null]);
        condition = step.condition;
      }
      expect(tryRule(rule, signals).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual(live);
    }),
  );
});
