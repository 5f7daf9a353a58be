import type { System as SystemResponse } from '@opsgauge/contract';
import type { SystemComponent } from './system-component.entity.js';
import type { SystemMakeUp } from './systems.service.js';

/** A system as the API tells it; `names` are those of the servers, by id. */
export function systemResponse(
  { system, project, contracts, components, memberships, groups }: SystemMakeUp,
  names: ReadonlyMap<string, string>,
): SystemResponse {
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const told = (one: SystemComponent) => ({
    serverId: one.serverId,
    serverName: names.get(one.serverId) ?? one.serverId,
    isCritical: one.isCritical,
    groupName: one.redundancyGroupId && (groupNames.get(one.redundancyGroupId) ?? null),
    since: one.sinceAt?.toISOString() ?? null,
  });
  const used = groups.filter(({ id }) => components.some((one) => one.redundancyGroupId === id));
  return {
    id: system.id,
    name: system.name,
    shortName: system.shortName,
    projectId: project.id,
    projectName: project.name,
    serviceFrom: contracts[0]?.serviceFrom.toISOString() ?? null,
    serviceTo: contracts.at(-1)?.serviceTo?.toISOString() ?? null,
    components: components.map(told),
    formerComponents: memberships.flatMap((one) =>
      one.untilAt ? [{ ...told(one), until: one.untilAt.toISOString() }] : [],
    ),
    groups: used.map(({ name, requiredCount }) => ({ name, requiredCount })),
  };
}
