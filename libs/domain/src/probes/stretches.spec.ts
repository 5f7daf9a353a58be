import fc from 'fast-check';
import { joinAlike } from '../time/interval.js';
import type { ProbedInterval } from '../status/types.js';
import {
  probeStretches,
  probeValidityMs,
  stretchAnchor,
  type ProbeResult,
  type ProbeTerms,
} from './stretches.js';

const terms: ProbeTerms = { failuresToDown: 2, validityMs: 30 };
/** `+` a success, `-` a failure, `.` nobody asked; one mark every 10 ms. */
const results = (marks: string): ProbeResult[] =>
  [...marks].flatMap((mark, index) => (mark === '.' ? [] : [{ atMs: index * 10, isUp: mark === '+' }]));
const told = (stretches: readonly ProbedInterval[]) =>
  stretches.map(({ fromMs, toMs, observation }) => `${fromMs}–${toMs} ${observation}`);

test.each<[string, string, string[]]>([
  ['nothing without a result', '', []],
  ['up for as long as the last result holds', '+++', ['0–50 up']],
  ['one failure between successes is passed over', '++-++', ['0–70 up']],
  ['two failures are an outage from the first of them', '+--+', ['0–10 up', '10–30 down', '30–60 up']],
  ['a last failure alone changes nothing yet', '++-', ['0–40 up']],
  ['two last failures are an outage', '++--', ['0–20 up', '20–60 down']],
  ['a first failure alone says nothing', '-', []],
  ['a first failure before a success says nothing', '-++', ['10–50 up']],
  ['a failure after an outage and a success is passed over', '--+-+', ['0–20 down', '20–70 up']],
  ['a silence of the prober is neither', '+.....+', ['0–30 up', '60–90 up']],
  ['failures with a silence between them are not in a row', '+-.....-+', ['0–30 up', '80–110 up']],
  ['an outage ends where the prober falls silent', '--.....+', ['0–40 down', '70–100 up']],
  ['an outage goes on through its failures', '------', ['0–80 down']],
])('%s', (_what, marks, expected) => {
  expect(told(probeStretches(results(marks), terms))).toEqual(expected);
  expect(told(probeStretches(results(marks).reverse(), terms))).toEqual(expected);
});

test('one failure is enough where it is told to be', () => {
  expect(told(probeStretches(results('+-+'), { ...terms, failuresToDown: 1 }))).toEqual([
    '0–10 up',
    '10–20 down',
    '20–50 up',
  ]);
});

test('an outage that was established before goes on with a single failure', () => {
  expect(told(probeStretches(results('-+'), terms, true))).toEqual(['0–10 down', '10–40 up']);
});

test('results hold for three intervals; of a probe that vouches for a host less than a minute', () => {
  const pace = { intervalSeconds: 60, timeoutSeconds: 10, isVouching: false };
  expect(probeValidityMs(pace)).toBe(180_000);
  expect(probeValidityMs({ intervalSeconds: 15, timeoutSeconds: 5, isVouching: true })).toBe(35_000);
});

const anyResults = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 40 })
  .map((steps) => {
    let atMs = 0;
    return steps.map(([pause, isUp]) => ({ atMs: (atMs += pause * 4), isUp }));
  });
const anyTerms = fc.record({
  failuresToDown: fc.integer({ min: 1, max: 4 }),
  validityMs: fc.integer({ min: 5, max: 60 }),
});

test('stretches are sorted and disjoint, no longer than results hold, and up only where something answered', () => {
  fc.assert(
    fc.property(anyResults, anyTerms, (found, chosen) => {
      const stretches = probeStretches(found, chosen);
      stretches.forEach(({ fromMs, toMs, observation }, index) => {
        expect(toMs).toBeGreaterThan(fromMs);
        if (index > 0) expect(fromMs).toBeGreaterThanOrEqual(stretches[index - 1]!.toMs);
        const inside = found.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
        if (observation === 'up') expect(inside[0]!.isUp).toBe(true);
        else expect(inside.some(({ isUp }) => isUp)).toBe(false);
        if (observation === 'down') expect(inside.length).toBeGreaterThanOrEqual(chosen.failuresToDown);
      });
    }),
  );
});

/** As the store does: results come in any order, and only what may have changed is worked out again. */
function stepByStep(arrivals: readonly ProbeResult[], chosen: ProbeTerms): ProbedInterval[] {
  let stored: ProbedInterval[] = [];
  const known: ProbeResult[] = [];
  for (const result of arrivals) {
    const earlier = known.filter(({ atMs }) => atMs < result.atMs).sort((a, b) => b.atMs - a.atMs);
    known.push(result);
    const anchor = stretchAnchor(earlier.slice(0, chosen.failuresToDown), chosen);
    const fromMs = anchor?.atMs ?? Number.NEGATIVE_INFINITY;
    const again = probeStretches(
      known.filter(({ atMs }) => atMs >= fromMs),
      chosen,
      anchor?.isDownBefore,
    );
    const kept = stored
      .filter((one) => one.fromMs < fromMs)
      .map((one) => ({ ...one, toMs: Math.min(one.toMs, fromMs) }));
    stored = joinAlike([...kept, ...again], (one, other) => one.observation === other.observation);
  }
  return stored;
}

test('worked out result by result, in whatever order they come, stretches are the same', () => {
  fc.assert(
    fc.property(
      anyResults.chain((found) => fc.shuffledSubarray(found, { minLength: found.length })),
      anyTerms,
      (arrivals, chosen) => expect(stepByStep(arrivals, chosen)).toEqual(probeStretches(arrivals, chosen)),
    ),
    { numRuns: 1000 },
  );
});
