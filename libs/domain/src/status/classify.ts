import {
  ascendingMembership,
  clipAll,
  joinAlike,
  splitAtEdges,
  union,
  withoutOverlaps,
  type Interval,
} from '../time/interval.js';
import { observed } from './read-silence.js';
import { isSameReading } from './read-status.js';
import type { ClassifiedInterval, ObservedInterval } from './types.js';

/** What is laid over the observations. */
export interface Overlay {
  readonly maintenance: readonly Interval[];
  /** When the contract has the target in service; all the rest is out of service. */
  readonly service: readonly Interval[];
}

/**
 * Gives every instant of the period its one class: the observation, with maintenance over it, and out-of-service over
 * both. Instants that nothing was read for (in service, not yet monitored) are unknown.
 *
 * @param observations sorted; where two overlap the first decides, and those outside the period are ignored
 * @param period already capped at now
 * @returns sorted and disjoint; together exactly the period
 */
export function classify(
  observations: readonly ObservedInterval[],
  overlay: Overlay,
  period: Interval,
): ClassifiedInterval[] {
  const inside = clipAll(withoutOverlaps(observations), period);
  return layOver(withHolesFilled(inside, period).map(toClassified), overlay);
}

/** @param sorted disjoint, inside the period; what it leaves of that was not monitored */
function withHolesFilled(sorted: readonly ObservedInterval[], period: Interval): ObservedInterval[] {
  const filled: ObservedInterval[] = [];
  let cursorMs = period.fromMs;
  const fillTo = (toMs: number) => {
    if (toMs > cursorMs) filled.push(observed({ fromMs: cursorMs, toMs }, 'unknown', 'not-monitored'));
  };
  for (const reading of sorted) {
    fillTo(reading.fromMs);
    filled.push(reading);
    cursorMs = reading.toMs;
  }
  fillTo(period.toMs);
  return filled;
}

/** Written out: of the tens of thousands of a fleet's month a spread would be most of the cost. */
const toClassified = ({
  fromMs,
  toMs,
  observation,
  evidence,
  isUnreachable,
}: ObservedInterval): ClassifiedInterval => ({
  fromMs,
  toMs,
  observation,
  evidence,
  isUnreachable,
  class: observation,
});

/** Lays maintenance, and out-of-service over it, on intervals that have a class already. */
export function layOver(base: readonly ClassifiedInterval[], overlay: Overlay): ClassifiedInterval[] {
  const maintenance = union(overlay.maintenance);
  const service = union(overlay.service);
  const isMaintained = ascendingMembership(maintenance);
  const isInService = ascendingMembership(service);
  const laid = splitAtEdges(base, [...maintenance, ...service]).map((piece): ClassifiedInterval => {
    const inMaintenance = isMaintained(piece.fromMs);
    if (!isInService(piece.fromMs)) return { ...piece, class: 'out-of-service' };
    return inMaintenance ? { ...piece, class: 'maintenance' } : piece;
  });
  return joinAlike(laid, (a, b) => a.class === b.class && isSameReading(a, b));
}
