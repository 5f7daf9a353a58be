import type { SampleFact } from './types.js';

/**
 * Puts samples in the order in which they were taken: by boot, then by the monotonic clock, then by seq. Within a boot
 * no later sample may lie before an earlier one; where a clock was set back (and the hub could not correct it), the
 * monotonic clock places it, so that a clock set back loses nothing.
 *
 * @returns copies whose `observedAtMs` never decreases within a boot; repeated (boot, seq, time) records once
 */
export function orderSamples(samples: readonly SampleFact[]): SampleFact[] {
  const boots = new Map<string, SampleFact[]>();
  for (const sample of samples) {
    const key = sample.bootId ?? '';
    const boot = boots.get(key);
    if (boot) boot.push(sample);
    else boots.set(key, [sample]);
  }
  return [...boots.values()]
    .map((boot) => placeByMonotonicClock(boot.sort(byMonotonicClock)))
    .sort((a, b) => a[0]!.observedAtMs - b[0]!.observedAtMs)
    .flat();
}

function byMonotonicClock(a: SampleFact, b: SampleFact): number {
  const byClock =
    a.monotonicMs !== null && b.monotonicMs !== null
      ? a.monotonicMs - b.monotonicMs
      : a.observedAtMs - b.observedAtMs;
  return byClock || a.seq - b.seq;
}

function placeByMonotonicClock(ordered: readonly SampleFact[]): SampleFact[] {
  const placed: SampleFact[] = [];
  for (const sample of ordered) {
    const before = placed.at(-1);
    if (before && before.seq === sample.seq && before.observedAtMs === sample.observedAtMs) continue;
    if (!before || sample.observedAtMs >= before.observedAtMs) {
      placed.push(sample);
      continue;
    }
    const elapsedMs =
      sample.monotonicMs !== null && before.monotonicMs !== null
        ? sample.monotonicMs - before.monotonicMs
        : 0;
    placed.push({ ...sample, observedAtMs: before.observedAtMs + elapsedMs });
  }
  return placed;
}
