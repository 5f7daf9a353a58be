import type { Server } from '@opsgauge/contract';
import { exampleServer } from '../../shared/testing/servers.js';
import { countServers, filterServers, isProblem, type ServerFilter } from './server-filter.js';

const everything: ServerFilter = { status: 'all', systemId: null, text: '', isProblemsOnly: false };
const withCpu = (number: number, cpuPercent: number): Server => {
  const server = exampleServer(number);
  return { ...server, latest: { ...server.latest!, cpuPercent } };
};
const servers = [
  exampleServer(10, { name: 'b 10' }),
  exampleServer(2, { name: 'b 2' }),
  withCpu(3, 70),
  withCpu(4, 95),
  exampleServer(5, { status: 'maintenance' }),
  exampleServer(6, { status: 'unknown' }),
  exampleServer(7, { status: 'down' }),
  exampleServer(8, { status: 'down', isCritical: true }),
  exampleServer(9, { status: 'out-of-service' }),
];
const hosts = (list: Server[]) => list.map(({ hostname }) => Number(hostname.slice(5)));

test('problems first, then by name as people count', () => {
  expect(hosts(filterServers(servers, everything))).toEqual([8, 7, 6, 5, 4, 3, 2, 10, 9]);
});

test('the order does not depend on values inside one level', () => {
  const moved = servers.map((server) => (server.hostname === 'host-3' ? withCpu(3, 89) : server));
  expect(hosts(filterServers(moved, everything))).toEqual(hosts(filterServers(servers, everything)));
});

test('a server of which nothing is heard has no strained values', () => {
  const silent = { ...withCpu(1, 99), status: 'unknown' as const };
  expect(countServers([silent])).toMatchObject({ strained: 0, unknown: 1 });
});

test.each<[string, Partial<ServerFilter>, number[]]>([
  ['status', { status: 'down' }, [8, 7]],
  ['problems only', { isProblemsOnly: true }, [8, 7, 6, 5, 4, 3]],
  ['host name', { text: 'HOST-10' }, [10]],
  ['address', { text: '10.0.0.6' }, [6]],
  ['nothing', { text: 'zzz' }, []],
])('filters by %s', (_, filter, expected) => {
  expect(hosts(filterServers(servers, { ...everything, ...filter }))).toEqual(expected);
});

test('counts each status once', () => {
  expect(countServers(servers)).toEqual({
    all: 9,
    up: 4,
    down: 2,
    maintenance: 1,
    unknown: 1,
    outOfService: 1,
    strained: 2,
    systems: 0,
  });
});

test('out of service is no problem', () => {
  expect(isProblem(exampleServer(1, { status: 'out-of-service' }))).toBe(false);
});
