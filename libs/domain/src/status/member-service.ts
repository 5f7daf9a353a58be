import { clipAll, complement, union, type Interval } from '../time/interval.js';

/** A server's time in one system, and when that system was in service. */
export interface Stint {
  /** Open ends are infinite. */
  readonly membership: Interval;
  readonly service: readonly Interval[];
}

/**
 * When a server was in service within a period: at each instant with the systems it was part of then. Before its first
 * system it counts with that one, which it was set up for. While it is in none there is no contract that could leave
 * anything out, so that whatever is not known of it counts as unknown, from its enrolment on: nobody asked for it to be
 * watched before.
 *
 * @returns sorted and disjoint, inside the period
 */
export function memberService(stints: readonly Stint[], enrolledMs: number, period: Interval): Interval[] {
  const firstMs = Math.min(...stints.map(({ membership }) => membership.fromMs));
  const extended = stints.map(({ membership, service }) => ({
    service,
    membership:
      membership.fromMs === firstMs ? { ...membership, fromMs: Number.NEGATIVE_INFINITY } : membership,
  }));
  const inSystems = extended.flatMap(({ membership, service }) => clipAll(service, membership));
  const inNone = complement(
    extended.map(({ membership }) => membership),
    { ...period, fromMs: Math.max(period.fromMs, enrolledMs) },
  );
  return union([...clipAll(inSystems, period), ...inNone]);
}
