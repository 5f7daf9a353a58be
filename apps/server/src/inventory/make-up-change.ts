import type { SystemMakeUpInput } from '@opsgauge/contract';
import type { RedundancyGroup } from './redundancy-group.entity.js';
import type { SystemComponent } from './system-component.entity.js';

/** All that a system is and was made of. */
export interface MakeUp {
  readonly systemId: string;
  /** The ended ones too. */
  readonly memberships: readonly SystemComponent[];
  /** Those without components now too. */
  readonly groups: readonly RedundancyGroup[];
}

/** Rows to be written, so that a system is made of something else from now on. */
export interface MakeUpChange {
  readonly ended: readonly SystemComponent[];
  /** Began no earlier than now, so that nothing has counted with them. */
  readonly undone: readonly SystemComponent[];
  readonly groups: readonly RedundancyGroup[];
  readonly joined: readonly SystemComponent[];
}

export interface ChangeContext {
  readonly now: Date;
  /** Whether a server has never been part of any system. */
  readonly isNewcomer: (serverId: string) => boolean;
  readonly newId: () => string;
}

/** The components a system has now. */
export const presentOf = (memberships: readonly SystemComponent[]): SystemComponent[] =>
  memberships.filter(({ untilAt }) => untilAt === null);

/** What a system is made of now, as it would be sent to be replaced. */
export function makeUpInputOf({ memberships, groups }: MakeUp): SystemMakeUpInput {
  const present = presentOf(memberships);
  const used = groups.filter(({ id }) => present.some((one) => one.redundancyGroupId === id));
  return {
    components: present.map((one) => ({ serverId: one.serverId, ...dependenceOf(one, used) })),
    groups: used.map(({ name, requiredCount }) => ({ name, requiredCount })),
  };
}

/**
 * What has to be written so that a system is made of what `input` says from now on and its past stays what it was.
 * What stays as it was is left alone. The first servers of a system count from the beginning, unless they have been
 * part of another: there is no figure yet that they could change.
 *
 * @param input checked by `assertMakeUp`
 */
export function makeUpChange(
  { systemId, memberships, groups }: MakeUp,
  input: SystemMakeUpInput,
  { now, isNewcomer, newId }: ChangeContext,
): MakeUpChange {
  const present = presentOf(memberships);
  const isFirst = memberships.length === 0;
  const known = groups.filter(({ id }) => present.some((one) => one.redundancyGroupId === id));
  const wantedGroups = input.groups.map(
    (wanted) =>
      known.find(
        ({ name, requiredCount }) => name === wanted.name && requiredCount === wanted.requiredCount,
      ) ?? {
        ...wanted,
        id: newId(),
        systemId,
      },
  );
  const wanted = input.components.map(({ serverId, dependence, groupName }) => ({
    serverId,
    isCritical: dependence === 'critical',
    redundancyGroupId:
      dependence === 'group' ? wantedGroups.find(({ name }) => name === groupName)!.id : null,
  }));
  const isSame = (a: SystemComponent, b: (typeof wanted)[number]) =>
    a.serverId === b.serverId && a.isCritical === b.isCritical && a.redundancyGroupId === b.redundancyGroupId;
  const left = present.filter((one) => !wanted.some((other) => isSame(one, other)));
  const hasCounted = ({ sinceAt }: SystemComponent) => sinceAt === null || sinceAt < now;
  return {
    ended: left.filter(hasCounted),
    undone: left.filter((one) => !hasCounted(one)),
    groups: wantedGroups.filter((group) => !known.some(({ id }) => id === group.id)),
    joined: wanted
      .filter((one) => !present.some((other) => isSame(other, one)))
      .map((one) => ({
        ...one,
        id: newId(),
        systemId,
        sinceAt: isFirst && isNewcomer(one.serverId) ? null : now,
        untilAt: null,
      })),
  };
}

function dependenceOf(
  { isCritical, redundancyGroupId }: SystemComponent,
  groups: readonly RedundancyGroup[],
): { dependence: 'critical' | 'group' | 'none'; groupName?: string } {
  const group = groups.find(({ id }) => id === redundancyGroupId);
  if (group) return { dependence: 'group', groupName: group.name };
  return { dependence: isCritical ? 'critical' : 'none' };
}
