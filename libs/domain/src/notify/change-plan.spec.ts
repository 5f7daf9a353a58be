import fc from 'fast-check';
import { minuteMs } from '../time/durations.js';
import { flappingMs, groupingMs, planChange, steadyMs, type KnownChange } from './change-plan.js';
import type { ChangeKind } from './notice.js';

interface Step {
  readonly atMs: number;
  readonly kind: ChangeKind;
  readonly silencedUntilMs?: number;
}
interface Known {
  readonly kind: ChangeKind;
  readonly dueMs: number;
  isTold: boolean;
}

/** What one receiver is told, and when, where messages leave as they fall due. */
function toldOf(steps: readonly Step[]): { kind: ChangeKind; atMs: number }[] {
  let history: Known[] = [];
  for (const { atMs, kind, silencedUntilMs = null } of steps) {
    for (const one of history) one.isTold ||= one.dueMs <= atMs;
    const { withdrawn, dueMs } = planChange(kind, history as KnownChange[], atMs, silencedUntilMs);
    history = history.filter((one) => one.isTold || !withdrawn.includes(one.kind));
    if (dueMs !== null) history.push({ kind, dueMs, isTold: false });
  }
  return history.map(({ kind, dueMs }) => ({ kind, atMs: dueMs })).sort((a, b) => a.atMs - b.atMs);
}

const began = (minutes: number, silencedUntil?: number): Step => step('began', minutes, silencedUntil);
const over = (minutes: number, silencedUntil?: number): Step => step('recovered', minutes, silencedUntil);
const back = (minutes: number, silencedUntil?: number): Step => step('reopened', minutes, silencedUntil);
const step = (kind: ChangeKind, minutes: number, silencedUntil?: number): Step => ({
  kind,
  atMs: minutes * minuteMs,
  ...(silencedUntil === undefined ? {} : { silencedUntilMs: silencedUntil * minuteMs }),
});
const [grouping, steady, flapping] = [groupingMs, steadyMs, flappingMs].map((ms) => ms / minuteMs) as [
  number,
  number,
  number,
];

const cases: [name: string, steps: Step[], told: [ChangeKind, number][]][] = [
  ['a fault that lasts', [began(0)], [['began', grouping]]],
  [
    'a fault that recovers',
    [began(0), over(20)],
    [
      ['began', grouping],
      ['recovered', 20 + steady],
    ],
  ],
  [
    'one that is over before anybody heard of it: both, one after the other',
    [began(0), over(0.1)],
    [
      ['began', grouping],
      ['recovered', 0.1 + steady],
    ],
  ],
  ['a recovery that did not last', [began(0), over(5), back(6)], [['began', grouping]]],
  [
    'one that is back after its recovery was told',
    [began(0), over(5), back(10)],
    [
      ['began', grouping],
      ['recovered', 5 + steady],
      ['reopened', 10 + grouping],
    ],
  ],
  [
    'ten changes in ten minutes: that it began, and in the end that it is over',
    [began(0), over(1), back(2), over(3), back(4), over(5), back(6), over(7), back(8), over(9)],
    [
      ['began', grouping],
      ['recovered', 9 + steady],
    ],
  ],
  [
    'a slower flapping: three, and then that it kept still',
    [began(0), over(4), back(8), over(12), back(16), over(20)],
    [
      ['began', grouping],
      ['recovered', 4 + steady],
      ['reopened', 8 + grouping],
      ['recovered', 20 + flapping],
    ],
  ],
  [
    'a fault that comes back after days: at once',
    [began(0), over(4), back(8), over(3000)],
    [
      ['began', grouping],
      ['recovered', 4 + steady],
      ['reopened', 8 + grouping],
      ['recovered', 3000 + steady],
    ],
  ],
  ['a fault in maintenance: at its end', [began(0, 60)], [['began', 60]]],
  ['a fault that is over before the maintenance is: nothing', [began(0, 60), over(30, 60)], []],
  [
    'one that flaps in maintenance and lasts beyond it',
    [began(0, 60), over(30, 60), back(40, 60)],
    [['reopened', 60]],
  ],
  [
    'a recovery in maintenance: at its end',
    [began(0), over(30, 60)],
    [
      ['began', grouping],
      ['recovered', 60],
    ],
  ],
  ['what is said twice: once', [began(0), began(1)], [['began', grouping]]],
  ['a recovery of what nobody heard of: nothing', [over(0)], []],
];

it.each(cases)('%s', (_, steps, told) => {
  expect(toldOf(steps).map(({ kind, atMs }) => [kind, atMs / minuteMs])).toEqual(told);
});

it('what maintenance holds back says when it would be due without', () => {
  expect(planChange('began', [], 0, 60 * minuteMs)).toEqual({
    withdrawn: [],
    dueMs: 60 * minuteMs,
    unsilencedDueMs: groupingMs,
  });
  expect(planChange('began', [], 0, groupingMs)).toMatchObject({ dueMs: groupingMs, unsilencedDueMs: null });
});

const gaps = fc.array(fc.integer({ min: 1, max: 40 * minuteMs }), { minLength: 1, maxLength: 60 });

it('no more than three messages in half an hour, however it comes and goes', () => {
  fc.assert(
    fc.property(gaps, (pauses) => {
      const told = toldOf(alternating(pauses)).map(({ atMs }) => atMs);
      for (const atMs of told) {
        expect(told.filter((one) => one >= atMs && one < atMs + flappingMs).length).toBeLessThanOrEqual(3);
      }
    }),
  );
});

it('once it keeps still, what was told last is how it stands', () => {
  fc.assert(
    fc.property(gaps, (pauses) => {
      const steps = alternating(pauses);
      const isOver = steps.at(-1)!.kind === 'recovered';
      expect(toldOf(steps).at(-1)!.kind === 'recovered').toBe(isOver);
    }),
  );
});

function alternating(pauses: readonly number[]): Step[] {
  let atMs = 0;
  return pauses.map((pause, index): Step => {
    if (index > 0) atMs += pause;
    return { atMs, kind: index % 2 === 1 ? 'recovered' : index === 0 ? 'began' : 'reopened' };
  });
}
