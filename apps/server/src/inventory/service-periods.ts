import type { Interval } from '@opsgauge/domain';
import type { Contract } from './contract.entity.js';
import type { SystemMakeUp } from './systems.service.js';

/** When contracts have their system in service. */
export const servicePeriods = (contracts: readonly Contract[]): Interval[] =>
  contracts.map(({ serviceFrom, serviceTo }) => ({
    fromMs: serviceFrom.getTime(),
    toMs: serviceTo?.getTime() ?? Number.MAX_SAFE_INTEGER,
  }));

const always: Interval = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/**
 * When a server is in service: with the systems it is part of. A server outside every system has no contract that
 * could leave anything out, so that whatever is not known of it counts as unknown.
 */
export function serverServicePeriods(serverId: string, systems: readonly SystemMakeUp[]): Interval[] {
  const holding = systems.filter(({ components }) => components.some((one) => one.serverId === serverId));
  return holding.length === 0 ? [always] : holding.flatMap(({ contracts }) => servicePeriods(contracts));
}
