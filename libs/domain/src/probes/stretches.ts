import type { ProbedInterval } from '../status/types.js';
import { joinAlike } from '../time/interval.js';

/** One result of a probe. */
export interface ProbeResult {
  readonly atMs: number;
  readonly isUp: boolean;
}

/** What makes a probe's results an outage, and how long one holds. */
export interface ProbeTerms {
  /** Failures in a row that are an outage: one lost packet is none. */
  readonly failuresToDown: number;
  /** A result says nothing about what comes later than this after it: a prober that stopped says nothing. */
  readonly validityMs: number;
}

/** Seconds of a probe's definition that say how long a result holds. */
export interface ProbePace {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  /** Stands for a host or for the hub's network: what it saw last must not outlast a minute. */
  readonly isVouching: boolean;
}

/** How long a result holds: three intervals, or of one that vouches for others until its next result is overdue. */
export const probeValidityMs = ({ intervalSeconds, timeoutSeconds, isVouching }: ProbePace): number =>
  1000 * (isVouching ? 2 * intervalSeconds + timeoutSeconds : 3 * intervalSeconds);

/**
 * When a probe's target was up and when down. An outage lasts from the first of its failures to the next success; fewer
 * failures than make one are passed over where successes stand around them, and say nothing where none does. A silence
 * of the prober longer than its results hold is neither.
 *
 * @param results in any order, repeats allowed
 * @param isDownBefore whether the first result continues an outage that was established before it
 * @returns sorted, disjoint; the last one reaches as far ahead as its result holds
 */
export function probeStretches(
  results: readonly ProbeResult[],
  { failuresToDown, validityMs }: ProbeTerms,
  isDownBefore = false,
): ProbedInterval[] {
  const ordered = [...new Map(results.map((one) => [one.atMs, one])).values()].sort(
    (a, b) => a.atMs - b.atMs,
  );
  const decided: { atMs: number; observation: ProbedInterval['observation'] }[] = [];
  let run: ProbeResult[] = [];
  let [before, isDown] = [null as ProbeResult | null, isDownBefore];
  let wasUp = false;
  const decideRun = (isFollowedByUp: boolean) => {
    const isOutage = isDown || run.length >= failuresToDown;
    if (isOutage || (wasUp && isFollowedByUp)) {
      for (const { atMs } of run) decided.push({ atMs, observation: isOutage ? 'down' : 'up' });
    }
    run = [];
  };
  for (const result of ordered) {
    if (before && result.atMs - before.atMs > validityMs) {
      decideRun(false);
      [isDown, wasUp] = [false, false];
    }
    if (result.isUp) {
      decideRun(true);
      decided.push({ atMs: result.atMs, observation: 'up' });
      [isDown, wasUp] = [false, true];
    } else run.push(result);
    before = result;
  }
  decideRun(false);
  const pieces = decided.map(({ atMs, observation }, index) => ({
    fromMs: atMs,
    toMs: Math.min(decided[index + 1]?.atMs ?? Infinity, atMs + validityMs),
    observation,
  }));
  return joinAlike(pieces, (one, other) => one.observation === other.observation);
}

/** From which result on stretches have to be worked out again. */
export interface StretchAnchor {
  readonly atMs: number;
  readonly isDownBefore: boolean;
}

/**
 * The latest result before which nothing changes, whatever comes after the given ones.
 *
 * @param earlier the last `failuresToDown` results before those that are new, or all where there are fewer, newest first
 * @returns null where everything is to be worked out from the beginning
 */
export function stretchAnchor(
  earlier: readonly ProbeResult[],
  { failuresToDown, validityMs }: ProbeTerms,
): StretchAnchor | null {
  for (const [index, result] of earlier.entries()) {
    if (result.isUp) return { atMs: result.atMs, isDownBefore: false };
    const next = earlier[index + 1];
    if (next && result.atMs - next.atMs > validityMs) return { atMs: result.atMs, isDownBefore: false };
    if (index + 1 === failuresToDown) return { atMs: earlier[0]!.atMs, isDownBefore: true };
  }
  return null;
}
