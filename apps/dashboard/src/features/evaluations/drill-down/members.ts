import type { System } from '@opsgauge/contract';

/** A server and when, within a period, it was part of a system. */
export interface Member {
  readonly serverId: string;
  readonly serverName: string;
  readonly from: string;
  readonly to: string;
}

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);

/** The servers a system had within a period, those first that it still has; each with the time it was part of it. */
export function membersOf(system: System | undefined, from: string, to: string): Member[] {
  if (!system) return [];
  const stints = [...system.components.map((one) => ({ ...one, until: to })), ...system.formerComponents].map(
    ({ serverId, serverName, since, until }) => ({
      serverId,
      serverName,
      from: since === null ? from : later(since, from),
      to: earlier(until, to),
    }),
  );
  const members = new Map<string, Member>();
  for (const stint of stints.filter((one) => Date.parse(one.to) > Date.parse(one.from))) {
    const known = members.get(stint.serverId);
    members.set(
      stint.serverId,
      known ? { ...known, from: earlier(known.from, stint.from), to: later(known.to, stint.to) } : stint,
    );
  }
  return [...members.values()];
}
