import type { SystemMakeUpInput } from '@opsgauge/contract';
import { ApplicationError } from '../platform/errors/application-error.js';
import type { Server } from './server.entity.js';

/**
 * A make-up has to be one that a status can be derived from.
 * @throws ApplicationError `invalid_request` naming the field
 */
export function assertMakeUp({ components, groups }: SystemMakeUpInput): void {
  const sizes = new Map(groups.map(({ name }) => [name, 0]));
  const second = groups.findIndex(({ name }, index) => groups.findIndex((one) => one.name === name) < index);
  if (second >= 0) throw invalid(`groups.${second}.name`, 'stands there twice');
  const servers = new Set<string>();
  for (const [index, { serverId, dependence, groupName }] of components.entries()) {
    const field = `components.${index}`;
    if (servers.has(serverId)) throw invalid(`${field}.serverId`, 'stands there twice');
    servers.add(serverId);
    if (dependence !== 'group') continue;
    const size = groupName === undefined ? undefined : sizes.get(groupName);
    if (size === undefined) throw invalid(`${field}.groupName`, 'must be one of the groups');
    sizes.set(groupName!, size + 1);
  }
  for (const [index, { name, requiredCount }] of groups.entries()) {
    if (requiredCount > sizes.get(name)!) {
      throw invalid(`groups.${index}.requiredCount`, 'must not exceed the number of its components');
    }
  }
}

/**
 * Whoever joins a system has to be approved and in use.
 * @param ids in the order in which the request names them
 * @param present those who are part of the system already
 * @param fieldOf the input that names the server at an index
 * @throws ApplicationError `invalid_request` naming the field of a server that does not exist;
 *   `server_not_approved`, `server_retired`
 */
export function assertPlaceable(
  ids: readonly string[],
  servers: readonly Server[],
  present: ReadonlySet<string>,
  fieldOf = (index: number) => `components.${index}.serverId`,
): void {
  const byId = new Map(servers.map((server) => [server.id, server]));
  for (const [index, id] of ids.entries()) {
    const server = byId.get(id);
    if (!server) throw invalid(fieldOf(index), 'does not exist');
    if (present.has(id)) continue;
    const details = { field: fieldOf(index) };
    if (!server.approvedAt) {
      throw new ApplicationError('server_not_approved', `${server.name} is not approved yet`, details);
    }
    if (server.retiredAt) throw new ApplicationError('server_retired', `${server.name} is retired`, details);
  }
}

/** The make-up without the server; a group that nobody is in any more goes with it. */
export function withoutServer(
  { components, groups }: SystemMakeUpInput,
  serverId: string,
): SystemMakeUpInput {
  const left = components.filter((one) => one.serverId !== serverId);
  return {
    components: left,
    groups: groups.filter(({ name }) => left.some(({ groupName }) => groupName === name)),
  };
}

export const invalid = (field: string, rule: string): ApplicationError =>
  new ApplicationError('invalid_request', `${field}: ${rule}`, { field });
