import { serviceIntervals, type Interval } from '@opsgauge/domain';
import type { Contract } from './contract.entity.js';
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

/**
 * When servers are in service within a period: with the systems they are part of. A server outside every system has no
 * contract that could leave anything out, so that whatever is not known of it counts as unknown.
 *
 * @returns by the id of a server; each system's service is worked out once, however many servers it has
 */
export function serviceOfServers(
  systems: readonly SystemMakeUp[],
  period: Interval,
  timeZone: string,
): (serverId: string) => Interval[] {
  const byServer = new Map<string, Interval[]>();
  for (const { components, contracts } of systems) {
    if (components.length === 0) continue;
    const service = servicePeriods(contracts, period, timeZone);
    for (const { serverId } of components) {
      byServer.set(serverId, [...(byServer.get(serverId) ?? []), ...service]);
    }
  }
  return (serverId) => byServer.get(serverId) ?? [period];
}
