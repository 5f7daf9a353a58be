import {
  ascendingMembership,
  clipAll,
  complement,
  joinAlike,
  lengthMs,
  splitAtEdges,
  union,
  type Interval,
} from '../time/interval.js';
import type { ObservedInterval, ProbedInterval } from './types.js';

/** What is known about a stretch without samples, besides the samples around it. */
export interface SilenceEvidence {
  /** What independent probes of the same host saw; where they overlap, a `down` decides. */
  readonly probes: readonly ProbedInterval[];
  /** When the hub itself could not have heard anyone; see `hub-outages.ts`. */
  readonly hubOutages: readonly Interval[];
}

/**
 * Reads a stretch in which nothing was heard and which neither boot nor run explains (evidence 5 to 7 of "Status of a
 * target"): what a probe saw; unknown while the hub was out; else up until the soft-miss limit, then down from the
 * first missed sample.
 *
 * Silence only counts while the hub listens. After a hub outage the host gets the soft-miss limit once more before it
 * counts as silent, and until its first missed sample after the outage it stays unknown: nothing vouches for it.
 *
 * @param gap from the last sample to the next one, or to now
 */
export function readSilence(
  gap: Interval,
  intervalMs: number,
  softMissMs: number,
  { probes, hubOutages }: SilenceEvidence,
): ObservedInterval[] {
  const outages = clipAll(union(hubOutages), gap);
  const silences = complement(outages, gap).flatMap((listening) =>
    readListening(listening, listening.fromMs === gap.fromMs, intervalMs, softMissMs),
  );
  const unknowns = outages.map((outage) => observed(outage, 'unknown', 'hub-outage'));
  const base = [...silences, ...unknowns].sort((a, b) => a.fromMs - b.fromMs);
  return joinAlike(
    overlayProbes(base, clipAll(probes, gap)),
    (a, b) => a.observation === b.observation && a.evidence === b.evidence,
  );
}

function readListening(
  listening: Interval,
  beginsWithSample: boolean,
  intervalMs: number,
  softMissMs: number,
): ObservedInterval[] {
  const before = (stretch: Interval) =>
    beginsWithSample ? readVouched(stretch, intervalMs) : observed(stretch, 'unknown', 'hub-outage');
  if (lengthMs(listening) <= softMissMs) return [before(listening)];
  const firstMissedMs = listening.fromMs + intervalMs;
  return [
    before({ fromMs: listening.fromMs, toMs: firstMissedMs }),
    observed({ fromMs: firstMissedMs, toMs: listening.toMs }, 'down', 'silence'),
  ];
}

/** Up by the sample at its start: with nothing missed yet it is the sample's own word, else a soft miss. */
export const readVouched = (stretch: Interval, intervalMs: number): ObservedInterval =>
  observed(stretch, 'up', isNothingMissed(lengthMs(stretch), intervalMs) ? 'samples' : 'soft-miss');

/** Whether after so long the sample that was due has come, or may yet: the one after it is not due either. */
export const isNothingMissed = (elapsedMs: number, intervalMs: number): boolean => elapsedMs < 2 * intervalMs;

function overlayProbes(
  base: readonly ObservedInterval[],
  probes: readonly ProbedInterval[],
): ObservedInterval[] {
  const isSeenDown = ascendingMembership(seenBy(probes, 'down'));
  const isSeenUp = ascendingMembership(seenBy(probes, 'up'));
  return splitAtEdges(base, probes).map((piece) => {
    if (isSeenDown(piece.fromMs)) return observed(piece, 'down', 'probe');
    return isSeenUp(piece.fromMs) ? observed(piece, 'up', 'probe') : piece;
  });
}

/** When at least one probe saw the host so. */
export const seenBy = (probes: readonly ProbedInterval[], observation: ProbedInterval['observation']) =>
  union(probes.filter((probe) => probe.observation === observation));

/** An interval that nobody marked unreachable. */
export const observed = (
  { fromMs, toMs }: Interval,
  observation: ObservedInterval['observation'],
  evidence: ObservedInterval['evidence'],
): ObservedInterval => ({ fromMs, toMs, observation, evidence, isUnreachable: false });
