import {
  makeUpOf,
  sizeOfGroup,
  withComponent,
  withRequiredCount,
  withoutServer,
  type MakeUp,
} from './make-up.js';

const [a, b, c] = ['1', '2', '3'].map((digit) => `018f3a70-0000-7000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
];
const makeUp: MakeUp = {
  components: [
    { serverId: a, dependence: 'critical' },
    { serverId: b, dependence: 'group', groupName: 'web' },
  ],
  groups: [{ name: 'web', requiredCount: 1 }],
};

test('what is read is what would be sent', () =>
  expect(
    makeUpOf({
      id: c,
      name: '门户网站系统',
      shortName: '门户',
      projectId: c,
      projectName: 'P',
      serviceFrom: null,
      serviceTo: null,
      components: [
        { serverId: a, serverName: 'a', isCritical: true, groupName: null, since: null },
        { serverId: b, serverName: 'b', isCritical: false, groupName: 'web', since: null },
      ],
      formerComponents: [],
      groups: [{ name: 'web', requiredCount: 1 }],
    }),
  ).toEqual(makeUp));

test('a new group begins with one of its servers required', () => {
  const added = withComponent(makeUp, { serverId: c, dependence: 'group', groupName: 'db' });
  expect(added.groups).toEqual([
    { name: 'web', requiredCount: 1 },
    { name: 'db', requiredCount: 1 },
  ]);
  expect(withRequiredCount(added, 'web', 2).groups[0]).toEqual({ name: 'web', requiredCount: 2 });
});

test('a group goes with its last server', () => {
  expect(withoutServer(makeUp, b).groups).toEqual([]);
  expect(withComponent(makeUp, { serverId: b, dependence: 'critical' })).toEqual({
    components: [
      { serverId: a, dependence: 'critical' },
      { serverId: b, dependence: 'critical' },
    ],
    groups: [],
  });
});

test('a group is as large as its servers', () => expect(sizeOfGroup(makeUp, 'web')).toBe(1));
