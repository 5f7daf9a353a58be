import type { SystemMakeUpInput } from '@opsgauge/contract';
import { makeUpChange, makeUpInputOf, type MakeUp } from './make-up-change.js';

const earlier = new Date('2026-03-01T00:00:00Z');
const now = new Date('2026-04-01T00:00:00Z');
const portal: MakeUp = {
  systemId: 'portal',
  groups: [
    { id: 'old', systemId: 'portal', name: 'web', requiredCount: 2 },
    { id: 'web', systemId: 'portal', name: 'web', requiredCount: 1 },
  ],
  memberships: [
    membership('db', { isCritical: true, sinceAt: null }),
    membership('a', { redundancyGroupId: 'web' }),
    membership('b', { redundancyGroupId: 'web' }),
    membership('gone', { redundancyGroupId: 'old', untilAt: earlier, sinceAt: null }),
  ],
};
const nothing: MakeUp = { systemId: 'portal', memberships: [], groups: [] };

function membership(serverId: string, changes: Partial<MakeUp['memberships'][number]> = {}) {
  return {
    id: `of ${serverId}`,
    systemId: 'portal',
    serverId,
    isCritical: false,
    redundancyGroupId: null,
    sinceAt: earlier,
    untilAt: null,
    ...changes,
  };
}
const change = (makeUp: MakeUp, input: SystemMakeUpInput, newcomers: string[] = []) => {
  let id = 0;
  const context = { now, isNewcomer: (one: string) => newcomers.includes(one), newId: () => `new ${++id}` };
  const { ended, undone, groups, joined } = makeUpChange(makeUp, input, context);
  return {
    ended: ended.map(({ serverId }) => serverId),
    undone: undone.map(({ serverId }) => serverId),
    groups,
    joined: joined.map(({ serverId, sinceAt, redundancyGroupId }) => ({
      serverId,
      sinceAt,
      redundancyGroupId,
    })),
  };
};
const unchanged = { ended: [], undone: [], groups: [], joined: [] };
const critical = (serverId: string) => ({ serverId, dependence: 'critical' as const });

it('what is sent back as it is changes nothing', () => {
  expect(makeUpInputOf(portal)).toEqual({
    components: [
      critical('db'),
      { serverId: 'a', dependence: 'group', groupName: 'web' },
      { serverId: 'b', dependence: 'group', groupName: 'web' },
    ],
    groups: [{ name: 'web', requiredCount: 1 }],
  });
  expect(change(portal, makeUpInputOf(portal))).toEqual(unchanged);
});

it('who leaves is ended now, and who stays is left alone', () => {
  const { components, groups } = makeUpInputOf(portal);
  expect(change(portal, { components: components.slice(1), groups })).toEqual({
    ...unchanged,
    ended: ['db'],
  });
});

it('another dependence counts from now on', () => {
  const { components, groups } = makeUpInputOf(portal);
  const [, ...web] = components;
  const input = { components: [{ serverId: 'db', dependence: 'none' as const }, ...web], groups };
  expect(change(portal, input)).toEqual({
    ...unchanged,
    ended: ['db'],
    joined: [{ serverId: 'db', sinceAt: now, redundancyGroupId: null }],
  });
});

it('a group that needs another number is another group from now on', () => {
  const input = { ...makeUpInputOf(portal), groups: [{ name: 'web', requiredCount: 2 }] };
  expect(change(portal, input)).toEqual({
    ended: ['a', 'b'],
    undone: [],
    groups: [{ id: 'new 1', systemId: 'portal', name: 'web', requiredCount: 2 }],
    joined: ['a', 'b'].map((serverId) => ({ serverId, sinceAt: now, redundancyGroupId: 'new 1' })),
  });
});

it('the first servers count from the beginning, unless they counted elsewhere', () => {
  const input = { components: [critical('fresh'), critical('moved')], groups: [] };
  expect(change(nothing, input, ['fresh']).joined).toMatchObject([{ sinceAt: null }, { sinceAt: now }]);
  const further = { components: [...makeUpInputOf(portal).components, critical('fresh')], groups: [] };
  const joined = change(portal, { ...further, groups: makeUpInputOf(portal).groups }, ['fresh']).joined;
  expect(joined).toEqual([{ serverId: 'fresh', sinceAt: now, redundancyGroupId: null }]);
});

it('what nothing has counted with yet is undone', () => {
  const makeUp = { ...nothing, memberships: [membership('a', { sinceAt: now })] };
  expect(change(makeUp, { components: [], groups: [] })).toEqual({ ...unchanged, undone: ['a'] });
});
