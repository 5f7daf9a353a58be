import type { System } from '@opsgauge/contract';
import { exampleServer } from '../../shared/testing/servers.js';
import { componentRows } from './component-rows.js';

const servers = [
  exampleServer(1, { name: '交换机' }),
  exampleServer(2, { name: 'web-2', gatewayServerId: exampleServer(1).id }),
  exampleServer(3, { name: 'web-10', status: 'down' }),
  exampleServer(4, { name: 'database' }),
];
const component = (number: number, more: { isCritical?: boolean; groupName?: string }) => ({
  serverId: servers[number - 1]!.id,
  serverName: servers[number - 1]!.name,
  isCritical: false,
  groupName: null,
  since: null,
  ...more,
});
const system: System = {
  id: '00000000-0000-4000-8000-000000000100',
  name: '门户网站',
  shortName: '门户',
  projectId: '00000000-0000-4000-8000-000000000200',
  projectName: '项目',
  serviceFrom: null,
  serviceTo: null,
  components: [
    component(1, {}),
    component(3, { groupName: 'web' }),
    component(2, { groupName: 'web' }),
    component(4, { isCritical: true }),
  ],
  formerComponents: [],
  groups: [{ name: 'web', requiredCount: 1 }],
};

test('those that decide come first, groups together, numbers in their order', () => {
  expect(componentRows(system, servers).map(({ serverName }) => serverName)).toEqual([
    'database',
    'web-2',
    'web-10',
    '交换机',
  ]);
});

test('a group says how many of it are up, and a server what it is reached through', () => {
  const [, second] = componentRows(system, servers);
  expect(second).toMatchObject({
    group: { name: 'web', requiredCount: 1, upCount: 1, count: 2 },
    gateway: { name: '交换机' },
  });
});

test('before the servers are read there is nothing of them', () => {
  expect(componentRows(system, [])[0]).toMatchObject({ server: undefined, gateway: null, group: null });
});
