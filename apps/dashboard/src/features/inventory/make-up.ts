import type { System, SystemMakeUpInput } from '@opsgauge/contract';

export type MakeUp = SystemMakeUpInput;
export type Component = MakeUp['components'][number];
export type Dependence = Component['dependence'];

/** What a system is made of, as it is sent to be replaced. */
export const makeUpOf = ({ components, groups }: System): MakeUp => ({
  components: components.map(({ serverId, isCritical, groupName }) =>
    groupName === null
      ? { serverId, dependence: isCritical ? ('critical' as const) : ('none' as const) }
      : { serverId, dependence: 'group' as const, groupName },
  ),
  groups: groups.map(({ name, requiredCount }) => ({ name, requiredCount })),
});

const withKnownGroups = (components: Component[], groups: MakeUp['groups']): MakeUp => {
  const names = [...new Set(components.flatMap(({ groupName }) => groupName ?? []))];
  return {
    components,
    groups: names.map((name) => groups.find((group) => group.name === name) ?? { name, requiredCount: 1 }),
  };
};

/** With the server in it as said, added or changed. Groups that nobody is in any more go. */
export function withComponent(makeUp: MakeUp, component: Component): MakeUp {
  const isKnown = makeUp.components.some(({ serverId }) => serverId === component.serverId);
  const components = isKnown
    ? makeUp.components.map((one) => (one.serverId === component.serverId ? component : one))
    : [...makeUp.components, component];
  return withKnownGroups(components, makeUp.groups);
}

export const withoutServer = (makeUp: MakeUp, serverId: string): MakeUp =>
  withKnownGroups(
    makeUp.components.filter((one) => one.serverId !== serverId),
    makeUp.groups,
  );

export const withRequiredCount = (makeUp: MakeUp, groupName: string, requiredCount: number): MakeUp => ({
  ...makeUp,
  groups: makeUp.groups.map((group) => (group.name === groupName ? { ...group, requiredCount } : group)),
});

export const sizeOfGroup = ({ components }: MakeUp, name: string): number =>
  components.filter(({ groupName }) => groupName === name).length;
