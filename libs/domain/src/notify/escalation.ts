import type { ClockReading } from '../faults/clocks.js';

/** Steps of the response clock: half of the limit and all of it (15 and 30 minutes); of the repair clock: five sixths and all (20 and 24 hours). */
const shares = { response: [1 / 2, 1], repair: [5 / 6, 1] } as const;

export interface Escalation {
  readonly clock: keyof typeof shares;
  /** 1 before the limit, 2 at it. */
  readonly step: number;
}

/**
 * The step that a clock has come to; null before the first, and when nobody needs to be driven: it has stopped, is
 * paused, or nothing is asked of it. Where several were passed unseen, the last one.
 */
export function escalationOf(
  clock: Escalation['clock'],
  { state, toMs, elapsedMs, limitMs }: Pick<ClockReading, 'state' | 'toMs' | 'elapsedMs' | 'limitMs'>,
): Escalation | null {
  if (toMs !== null || (state !== 'running' && state !== 'missed')) return null;
  const step = shares[clock].filter((share) => elapsedMs >= share * limitMs).length;
  return step === 0 ? null : { clock, step };
}
