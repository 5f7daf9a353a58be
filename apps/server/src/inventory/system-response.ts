import type { System as SystemResponse } from '@opsgauge/contract';
import type { SystemMakeUp } from './systems.service.js';

/** A system as the API tells it; `names` are those of the servers, by id. */
export function systemResponse(
  { system, project, contracts, components, groups }: SystemMakeUp,
  names: ReadonlyMap<string, string>,
): SystemResponse {
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    id: system.id,
    name: system.name,
    shortName: system.shortName,
    projectId: project.id,
    projectName: project.name,
    serviceFrom: contracts[0]?.serviceFrom.toISOString() ?? null,
    serviceTo: contracts.at(-1)?.serviceTo?.toISOString() ?? null,
    components: components.map(({ serverId, isCritical, redundancyGroupId }) => ({
      serverId,
      serverName: names.get(serverId) ?? serverId,
      isCritical,
      groupName: redundancyGroupId && (groupNames.get(redundancyGroupId) ?? null),
    })),
    groups: groups.map(({ name, requiredCount }) => ({ name, requiredCount })),
  };
}
