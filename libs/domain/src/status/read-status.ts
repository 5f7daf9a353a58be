import { clipAll, joinAlike, type Interval } from '../time/interval.js';
import { orderSamples } from './order-samples.js';
import { readGap, readTail } from './read-gap.js';
import type { SilenceEvidence } from './read-silence.js';
import type { ObservedInterval, SampleFact } from './types.js';

/**
 * Reads what a target was, from its first sample to its last: the stored part of its status.
 *
 * @param samples in any order, repeats allowed
 * @returns sorted, disjoint, without holes; empty for fewer than two samples
 */
export function readBetweenSamples(
  samples: readonly SampleFact[],
  evidence: SilenceEvidence,
): ObservedInterval[] {
  const ordered = orderSamples(samples);
  const readings: ObservedInterval[] = [];
  let cursorMs = ordered[0]?.observedAtMs ?? 0;
  for (let index = 1; index < ordered.length; index++) {
    const gap = readGap(
      ordered[index - 1]!,
      ordered[index]!,
      near(ordered[index - 1]!, ordered[index]!, evidence),
    );
    // Two boots whose clocks overlap must not be counted twice.
    const fresh = clipAll(gap, { fromMs: cursorMs, toMs: Number.POSITIVE_INFINITY });
    readings.push(...fresh);
    cursorMs = fresh.at(-1)?.toMs ?? cursorMs;
  }
  return joinAlike(readings, isSameReading);
}

/** As `readBetweenSamples`, and on from the last sample to now. */
export function readUntilNow(
  samples: readonly SampleFact[],
  nowMs: number,
  evidence: SilenceEvidence,
): ObservedInterval[] {
  const last = orderSamples(samples).at(-1);
  if (!last) return [];
  return joinAlike(
    [...readBetweenSamples(samples, evidence), ...readTail(last, nowMs, evidence)],
    isSameReading,
  );
}

/** Neighbouring readings that may be told as one. */
export const isSameReading = (a: ObservedInterval, b: ObservedInterval): boolean =>
  a.observation === b.observation && a.evidence === b.evidence && a.isUnreachable === b.isUnreachable;

function near(last: SampleFact, next: SampleFact, evidence: SilenceEvidence): SilenceEvidence {
  const gap: Interval = { fromMs: last.observedAtMs, toMs: next.observedAtMs };
  const touches = (one: Interval) => one.fromMs < gap.toMs && one.toMs > gap.fromMs;
  return { probes: evidence.probes.filter(touches), hubOutages: evidence.hubOutages.filter(touches) };
}
