import type { SystemMakeUpInput } from '@opsgauge/contract';
import { ApplicationError } from '../platform/errors/application-error.js';

/**
 * A make-up has to be one that a status can be derived from.
 * @throws ApplicationError `invalid_request` naming the field
 */
export function assertMakeUp({ components, groups }: SystemMakeUpInput): void {
  const sizes = new Map(groups.map(({ name }) => [name, 0]));
  if (sizes.size !== groups.length) throw invalid('groups', 'two of them have the same name');
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

export const invalid = (field: string, rule: string): ApplicationError =>
  new ApplicationError('invalid_request', `${field}: ${rule}`, { field });
