import { joinAlike, overlapping, union, withoutOverlaps, type Interval } from '../time/interval.js';
import { orderSamples } from './order-samples.js';
import { readGap, readTail } from './read-gap.js';
import { seenBy, type SilenceEvidence } from './read-silence.js';
import type { ObservedInterval, SampleFact } from './types.js';

/**
 * Reads what a target was, from its first sample to its last: the stored part of its status.
 *
 * @param samples in any order, repeats allowed
 * @returns sorted, disjoint, without holes; empty for fewer than two samples
 */
export const readBetweenSamples = (
  samples: readonly SampleFact[],
  evidence: SilenceEvidence,
): ObservedInterval[] => joinAlike(readOrdered(orderSamples(samples), evidence), isSameReading);

/** As `readBetweenSamples`, and on from the last sample to now. */
export function readUntilNow(
  samples: readonly SampleFact[],
  nowMs: number,
  evidence: SilenceEvidence,
): ObservedInterval[] {
  const ordered = orderSamples(samples);
  if (ordered.length === 0) return [];
  const latest = ordered.reduce((a, b) => (b.observedAtMs >= a.observedAtMs ? b : a));
  return joinAlike([...readOrdered(ordered, evidence), ...readTail(latest, nowMs, evidence)], isSameReading);
}

/** Neighbouring readings that may be told as one. */
export const isSameReading = (a: ObservedInterval, b: ObservedInterval): boolean =>
  a.observation === b.observation && a.evidence === b.evidence && a.isUnreachable === b.isUnreachable;

function readOrdered(ordered: readonly SampleFact[], evidence: SilenceEvidence): ObservedInterval[] {
  const near = evidenceNear(evidence);
  const readings = ordered.slice(1).flatMap((next, index) => {
    const last = ordered[index]!;
    return readGap(last, next, near({ fromMs: last.observedAtMs, toMs: next.observedAtMs }));
  });
  // The clocks of two boots may overlap.
  return withoutOverlaps(readings);
}

/** Sorts the evidence once, so that each of many gaps finds its own share without looking through all of it. */
function evidenceNear(evidence: SilenceEvidence): (gap: Interval) => SilenceEvidence {
  const seenDown = seenBy(evidence.probes, 'down');
  const seenUp = seenBy(evidence.probes, 'up');
  const hubOutages = union(evidence.hubOutages);
  return (gap) => ({
    probes: [
      ...overlapping(seenDown, gap).map((one) => ({ ...one, observation: 'down' as const })),
      ...overlapping(seenUp, gap).map((one) => ({ ...one, observation: 'up' as const })),
    ],
    hubOutages: overlapping(hubOutages, gap),
  });
}
