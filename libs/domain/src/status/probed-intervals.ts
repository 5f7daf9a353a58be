import type { ProbedInterval } from './types.js';

/** One result of a probe. */
export interface ProbeResult {
  readonly atMs: number;
  readonly isUp: boolean;
}

/**
 * What a probe's results say over time: each holds until the next one, but no longer than `validityMs` (a probe that
 * stopped says nothing).
 *
 * @param results in any order
 */
export function probedIntervals(results: readonly ProbeResult[], validityMs: number): ProbedInterval[] {
  const ordered = [...results].sort((a, b) => a.atMs - b.atMs);
  return ordered.flatMap(({ atMs, isUp }, index) => {
    const toMs = Math.min(ordered[index + 1]?.atMs ?? Number.POSITIVE_INFINITY, atMs + validityMs);
    return toMs > atMs
      ? [{ fromMs: atMs, toMs, observation: isUp ? ('up' as const) : ('down' as const) }]
      : [];
  });
}
