import type { ClassifiedInterval } from '@opsgauge/domain';

/** Why something that is wrong is no fault of its own (yet). */
export type HoldBack = 'maintenance' | 'out-of-service' | 'cause-elsewhere';

/**
 * Whether a condition may become a fault now, and from when on it counts: not within maintenance or outside service,
 * and then not from before their end.
 *
 * @param intervals the server's status up to now
 */
export function countsFrom(
  sinceMs: number,
  intervals: readonly ClassifiedInterval[],
): { readonly startMs: number } | { readonly heldBackBy: HoldBack } {
  const last = intervals.at(-1);
  if (last?.class === 'maintenance' || last?.class === 'out-of-service') return { heldBackBy: last.class };
  const excused = intervals.filter(
    (one) => (one.class === 'maintenance' || one.class === 'out-of-service') && one.toMs > sinceMs,
  );
  return { startMs: Math.max(sinceMs, ...excused.map(({ toMs }) => toMs)) };
}

/** What is known of the machines that others are reached through. */
export interface GatewayStates {
  /** Through which server another one is reached; none where nobody entered one. */
  readonly gatewayOf: (serverId: string) => string | null;
  /** Silent, or so late that it may be found so within moments. */
  readonly isMissing: (serverId: string) => boolean;
}

/** Whether some machine on the way to a server is missing, so that its own silence says nothing. */
export function isBehindMissingGateway(serverId: string, { gatewayOf, isMissing }: GatewayStates): boolean {
  const passed = new Set([serverId]);
  for (
    let gateway = gatewayOf(serverId);
    gateway !== null && !passed.has(gateway);
    gateway = gatewayOf(gateway)
  ) {
    if (isMissing(gateway)) return true;
    passed.add(gateway);
  }
  return false;
}
