import {
  ascendingMembership,
  clipAll,
  complement,
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
  const unmonitored = complement(inside, period).map((hole) => observed(hole, 'unknown', 'not-monitored'));
  const base = [...inside, ...unmonitored]
    .sort((a, b) => a.fromMs - b.fromMs)
    .map((reading) => ({ ...reading, class: reading.observation }));
  return layOver(base, overlay);
}

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
