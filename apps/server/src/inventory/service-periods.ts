import { clipAll, memberService, serviceIntervals, type Interval, type Stint } from '@opsgauge/domain';
import type { Contract } from './contract.entity.js';
import type { Server } from './server.entity.js';
import type { SystemComponent } from './system-component.entity.js';
import type { SystemMakeUp } from './systems.service.js';

/** When contracts have their system in service within a period. */
export const servicePeriods = (
  contracts: readonly Contract[],
  period: Interval,
  timeZone: string,
): Interval[] =>
  serviceIntervals(
    contracts.map(({ serviceFrom, serviceTo, serviceCalendar }) => ({
      fromMs: serviceFrom.getTime(),
      toMs: serviceTo?.getTime() ?? null,
      calendar: serviceCalendar,
    })),
    period,
    timeZone,
  );

/** From when until when a server is part of a system. */
export const membershipOf = ({ sinceAt, untilAt }: SystemComponent): Interval => ({
  fromMs: sinceAt?.getTime() ?? Number.NEGATIVE_INFINITY,
  toMs: untilAt?.getTime() ?? Number.POSITIVE_INFINITY,
});

/**
 * When servers are in service within a period: with the systems they were part of then, and outside of any since they
 * were enrolled.
 *
 * @returns by server; each system's service is worked out once, however many servers it has
 */
export function serviceOfServers(
  systems: readonly SystemMakeUp[],
  period: Interval,
  timeZone: string,
): (server: Pick<Server, 'id' | 'enrolledAt'>) => Interval[] {
  const stints = new Map<string, Stint[]>();
  for (const { memberships, contracts } of systems) {
    if (memberships.length === 0) continue;
    const service = servicePeriods(contracts, period, timeZone);
    for (const one of memberships) {
      const known = stints.get(one.serverId) ?? [];
      stints.set(one.serverId, [...known, { membership: membershipOf(one), service }]);
    }
  }
  return ({ id, enrolledAt }) => memberService(stints.get(id) ?? [], enrolledAt.getTime(), period);
}

/**
 * When servers are in maintenance: by their own windows, and by those of the systems they were part of then.
 *
 * @param ofServers each server's own windows, by its id
 * @param ofSystems each system's windows, by its id
 * @returns by server; what overlaps is not merged
 */
export function maintenanceOfServers(
  systems: readonly Pick<SystemMakeUp, 'system' | 'memberships'>[],
  ofServers: ReadonlyMap<string, readonly Interval[]>,
  ofSystems: ReadonlyMap<string, readonly Interval[]>,
): (serverId: string) => Interval[] {
  const byServer = new Map([...ofServers].map(([id, windows]) => [id, [...windows]]));
  for (const { system, memberships } of systems) {
    const windows = ofSystems.get(system.id);
    if (!windows) continue;
    for (const one of memberships) {
      const known = byServer.get(one.serverId) ?? [];
      byServer.set(one.serverId, [...known, ...clipAll(windows, membershipOf(one))]);
    }
  }
  return (serverId) => byServer.get(serverId) ?? [];
}
