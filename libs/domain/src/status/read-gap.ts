import { ascendingMembership, lengthMs, splitAtEdges, union, type Interval } from '../time/interval.js';
import { isNothingMissed, observed, readSilence, readVouched, type SilenceEvidence } from './read-silence.js';
import type { ObservedInterval, SampleFact } from './types.js';

/** Up to this long between two samples nothing is missing: `max(3 × interval, 30 s)`. */
export const softMissLimitMs = (intervalMs: number): number => Math.max(3 * intervalMs, 30_000);

/**
 * Whether `next` simply follows `last`: same boot, taken after it, nothing missed between, neither of them late. Such a
 * sample carries the reading `up` by `samples` on and changes no other, so that ingest needs no second look at it.
 */
export function continues(last: SampleFact, next: SampleFact): boolean {
  const elapsedMs = next.observedAtMs - last.observedAtMs;
  return (
    last.bootId === next.bootId &&
    elapsedMs >= 0 &&
    isNothingMissed(elapsedMs, last.intervalMs) &&
    !isLate(last) &&
    !isLate(next)
  );
}

/**
 * Reads the stretch between two samples that follow each other. The first evidence that applies decides:
 * boot → soft miss → run → probe → hub outage → silence. (Samples inside the gap, the very first evidence, make it two
 * shorter gaps before this is called.)
 */
export function readGap(last: SampleFact, next: SampleFact, evidence: SilenceEvidence): ObservedInterval[] {
  const gap = { fromMs: last.observedAtMs, toMs: next.observedAtMs };
  if (gap.toMs <= gap.fromMs) return [];
  const knowsBoot = last.bootId !== null && next.bootId !== null;
  if (knowsBoot && last.bootId !== next.bootId) return [observed(gap, 'down', 'boot')];
  const limitMs = softMissLimitMs(last.intervalMs);
  if (gap.toMs - gap.fromMs <= limitMs) return readWithinLimit(gap, last, evidence.hubOutages);
  if (knowsBoot && last.runId !== null && next.runId !== null) {
    return [
      last.runId === next.runId ? observed(gap, 'down', 'frozen') : observed(gap, 'unknown', 'agent-stopped'),
    ];
  }
  return readSilence(gap, last.intervalMs, limitMs, evidence);
}

/**
 * Reads from the last sample to now, when no later sample can tell of boot or run: within the soft-miss limit nothing
 * is missing yet, whatever else is known; past it, evidence 5 to 7.
 */
export function readTail(last: SampleFact, nowMs: number, evidence: SilenceEvidence): ObservedInterval[] {
  const tail = { fromMs: last.observedAtMs, toMs: nowMs };
  if (nowMs <= last.observedAtMs) return [];
  const limitMs = softMissLimitMs(last.intervalMs);
  if (lengthMs(tail) <= limitMs) return [readVouched(tail, last.intervalMs)];
  return readSilence(tail, last.intervalMs, limitMs, evidence);
}

/** A sample is late if it could not be delivered within the soft-miss limit of being taken. */
const isLate = (sample: SampleFact): boolean =>
  sample.receivedAtMs - sample.observedAtMs > softMissLimitMs(sample.intervalMs);

function readWithinLimit(
  gap: Interval,
  last: SampleFact,
  hubOutages: readonly Interval[],
): ObservedInterval[] {
  const reading = readVouched(gap, last.intervalMs);
  if (!isLate(last)) return [reading];
  const outages = union(hubOutages);
  const isHubOut = ascendingMembership(outages);
  return splitAtEdges([reading], outages).map((piece) => ({
    ...piece,
    isUnreachable: !isHubOut(piece.fromMs),
  }));
}
