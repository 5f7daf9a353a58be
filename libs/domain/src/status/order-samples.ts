import type { SampleFact } from './types.js';

/**
 * Puts samples in the order in which they were taken: by boot, then by the monotonic clock, then by seq. Within a boot
 * no later sample may lie before an earlier one; where a clock was set back (and the hub could not correct it), the
 * monotonic clock places it, so that a clock set back loses nothing. Samples whose source tells no boot stand among the
 * others by their time.
 *
 * @returns copies whose `observedAtMs` never decreases within a boot; repeated (boot, seq, time) records once
 */
export function orderSamples(samples: readonly SampleFact[]): SampleFact[] {
  const boots = new Map<string | null, SampleFact[]>();
  for (const sample of samples) {
    const boot = boots.get(sample.bootId);
    if (boot) boot.push(sample);
    else boots.set(sample.bootId, [sample]);
  }
  const bootless = boots.get(null) ?? [];
  boots.delete(null);
  const told = [...boots.values()]
    .map((boot) => placeByMonotonicClock(boot.sort(byMonotonicClock)))
    .sort(([a], [b]) => a!.observedAtMs - b!.observedAtMs || a!.seq - b!.seq)
    .flat();
  return bootless.length === 0
    ? told
    : amongThem(told, placeByMonotonicClock(bootless.sort(byMonotonicClock)));
}

/** Each of the bootless before the first of the others that was taken after it. */
function amongThem(told: readonly SampleFact[], bootless: readonly SampleFact[]): SampleFact[] {
  const ordered: SampleFact[] = [];
  let placed = 0;
  for (const sample of told) {
    while (placed < bootless.length && bootless[placed]!.observedAtMs < sample.observedAtMs) {
      ordered.push(bootless[placed++]!);
    }
    ordered.push(sample);
  }
  return [...ordered, ...bootless.slice(placed)];
}

function byMonotonicClock(a: SampleFact, b: SampleFact): number {
  return (
    (monotonicElapsedMs(b, a) ?? a.observedAtMs - b.observedAtMs) ||
    a.seq - b.seq ||
    a.observedAtMs - b.observedAtMs ||
    a.receivedAtMs - b.receivedAtMs
  );
}

/** Null where no monotonic clock spans both: it begins anew with each boot, and a source may not tell the boot. */
function monotonicElapsedMs(from: SampleFact, to: SampleFact): number | null {
  return from.bootId !== null && from.monotonicMs !== null && to.monotonicMs !== null
    ? to.monotonicMs - from.monotonicMs
    : null;
}

function placeByMonotonicClock(ordered: readonly SampleFact[]): SampleFact[] {
  const placed: SampleFact[] = [];
  for (const sample of ordered) {
    const before = placed.at(-1);
    if (before && before.seq === sample.seq && before.observedAtMs === sample.observedAtMs) continue;
    if (!before || sample.observedAtMs >= before.observedAtMs) placed.push(sample);
    else {
      const observedAtMs = before.observedAtMs + (monotonicElapsedMs(before, sample) ?? 0);
      placed.push({ ...sample, observedAtMs });
    }
  }
  return placed;
}
