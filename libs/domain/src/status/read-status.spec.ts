import fc from 'fast-check';
import { covers } from './arbitraries.js';
import { continues } from './read-gap.js';
import { observed } from './read-silence.js';
import { readBetweenSamples, readUntilNow } from './read-status.js';
import type { ProbedInterval, SampleFact } from './types.js';

const second = fc.integer({ min: 0, max: 600 }).map((seconds) => seconds * 1000);
const stretch = fc.tuple(second, second).map(([fromMs, toMs]) => ({ fromMs, toMs }));
const evidence = fc.record({
  probes: fc.array(
    fc
      .tuple(stretch, fc.constantFrom('up' as const, 'down' as const))
      .map(([one, observation]): ProbedInterval => ({ ...one, observation })),
    { maxLength: 5 },
  ),
  hubOutages: fc.array(stretch, { maxLength: 4 }),
});

/** One history: reboots, restarts, delays, clock steps; `seq` numbers the samples as they were taken. */
const history = fc
  .array(
    fc.record({
      elapsed: fc.constantFrom(1, 10_000, 10_000, 10_000, 25_000, 30_000, 30_001, 90_000),
      event: fc.constantFrom('none', 'none', 'none', 'run', 'boot', 'clock back', 'clock forward'),
      delay: fc.constantFrom(0, 0, 200_000),
    }),
    { maxLength: 30 },
  )
  .chain((steps) => fc.tuple(fc.constant(steps), fc.boolean()))
  .map(([steps, tellsBoot]): SampleFact[] => {
    let [run, boot, nowMs, offsetMs, bootedAtMs] = [0, 0, 0, 0, 0];
    return steps.map(({ elapsed, event, delay }, seq) => {
      nowMs += elapsed;
      if (event === 'run' || event === 'boot') run++;
      if (event === 'boot') [boot, bootedAtMs] = [boot + 1, nowMs];
      if (event === 'clock back') offsetMs -= 40_000;
      if (event === 'clock forward') offsetMs += 40_000;
      return {
        seq,
        runId: tellsBoot ? `run ${run}` : null,
        bootId: tellsBoot ? `boot ${boot}` : null,
        monotonicMs: tellsBoot ? nowMs - bootedAtMs : null,
        observedAtMs: nowMs + offsetMs,
        receivedAtMs: nowMs + offsetMs + delay,
        intervalMs: 10_000,
      };
    });
  });

describe('reading', () => {
  it('leaves no hole and counts nothing twice, whatever clocks and evidence do', () => {
    fc.assert(
      fc.property(history, evidence, second, (samples, known, nowMs) => {
        const between = readBetweenSamples(samples, known);
        const until = readUntilNow(samples, nowMs, known);
        for (const readings of [between, until]) {
          if (readings.length === 0) continue;
          expect(covers(readings, { fromMs: readings[0]!.fromMs, toMs: readings.at(-1)!.toMs })).toBe(true);
        }
        if (until.length > 0) expect(until.at(-1)!.toMs).toBeGreaterThanOrEqual(nowMs);
      }),
    );
  });

  it('does not depend on the order of arrival, nor on repeats', () => {
    const shuffled = history.chain((samples) =>
      fc.tuple(
        fc.constant(samples),
        fc.shuffledSubarray([...samples, ...samples], {
          minLength: samples.length * 2,
          maxLength: samples.length * 2,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, evidence, second, ([samples, mixed], known, nowMs) => {
        expect(readUntilNow(mixed, nowMs, known)).toEqual(readUntilNow(samples, nowMs, known));
      }),
    );
  });

  it('does not change its input', () => {
    fc.assert(
      fc.property(history, evidence, (samples, known) => {
        const before = structuredClone({ samples, known });
        readUntilNow(samples, 600_000, known);
        expect({ samples, known }).toEqual(before);
      }),
    );
  });

  it('of one sample, or of none, is empty until now is asked for', () => {
    const nothing = { probes: [], hubOutages: [] };
    const one = sample(0);
    expect(readBetweenSamples([], nothing)).toEqual([]);
    expect(readBetweenSamples([one], nothing)).toEqual([]);
    expect(readUntilNow([], 5_000, nothing)).toEqual([]);
    expect(readUntilNow([one], 5_000, nothing)).toEqual([
      observed({ fromMs: 0, toMs: 5_000 }, 'up', 'samples'),
    ]);
  });
});

describe('a sample that continues the one before needs no second look', () => {
  const late = { receivedAtMs: 900_000 };
  it.each([
    ['the next one', sample(0), sample(10_000), true],
    ['just before one is missed', sample(0), sample(19_999), true],
    ['one that missed another', sample(0), sample(20_000), false],
    ['an earlier one', sample(10_000), sample(0), false],
    ['a new boot', sample(0), sample(10_000, { bootId: 'other' }), false],
    ['a new run within the limit', sample(0), sample(10_000, { runId: 'other' }), true],
    ['a late one', sample(0), sample(10_000, late), false],
    ['one after a late one', sample(0, late), sample(10_000), false],
  ])('%s', (_, last, next, expected) => {
    expect(continues(last, next)).toBe(expected);
  });
});

describe('a sample that continues', () => {
  it('carries `up` by samples on, as a second look would', () => {
    const known = { probes: [], hubOutages: [] };
    fc.assert(
      fc.property(history, (samples) => {
        for (const [index, next] of samples.slice(1).entries()) {
          const last = samples[index]!;
          if (!continues(last, next)) continue;
          const { observedAtMs: fromMs } = last;
          const { observedAtMs: toMs } = next;
          const followed = fromMs < toMs ? [observed({ fromMs, toMs }, 'up', 'samples')] : [];
          expect(readBetweenSamples([last, next], known)).toEqual(followed);
        }
      }),
    );
  });
});

function sample(observedAtMs: number, some: Partial<SampleFact> = {}): SampleFact {
  return {
    seq: 0,
    runId: 'run',
    bootId: 'boot',
    monotonicMs: observedAtMs,
    observedAtMs,
    receivedAtMs: observedAtMs,
    intervalMs: 10_000,
    ...some,
  };
}
