import type { Interval } from '@opsgauge/domain';
import type { Contract } from './contract.entity.js';
import type { Server } from './server.entity.js';
import type { SystemMakeUp } from './systems.service.js';

/** When contracts have their system in service. */
export const servicePeriods = (contracts: readonly Contract[]): Interval[] =>
  contracts.map(({ serviceFrom, serviceTo }) => ({
    fromMs: serviceFrom.getTime(),
    toMs: serviceTo?.getTime() ?? Number.MAX_SAFE_INTEGER,
  }));

/** When a server is in service: with the systems it is part of; outside every system, from its enrolment on. */
export function serverServicePeriods(server: Server, systems: readonly SystemMakeUp[]): Interval[] {
  const holding = systems.filter(({ components }) =>
    components.some(({ serverId }) => serverId === server.id),
  );
  if (holding.length === 0) return [{ fromMs: server.enrolledAt.getTime(), toMs: Number.MAX_SAFE_INTEGER }];
  return holding.flatMap(({ contracts }) => servicePeriods(contracts));
}
