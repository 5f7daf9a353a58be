import { exampleServer } from '../../shared/testing/servers.js';
import { topResources } from './top-resources.js';

const latest = (cpuPercent: number, memoryUsedPercent: number, diskUsedPercent: number) => ({
  ...exampleServer(1).latest!,
  cpuPercent,
  memoryUsedPercent,
  diskUsedPercent,
});

test('each server by its fullest, those that are silent left out', () => {
  const servers = [
    exampleServer(1, { latest: latest(10, 20, 96) }),
    exampleServer(2, { latest: latest(70, 20, 30) }),
    exampleServer(3, { latest: latest(99, 99, 99), status: 'down' }),
    exampleServer(4, { latest: latest(1, 2, 3) }),
  ];
  expect(
    topResources(servers, 2).map(({ serverName, metric, percent }) => [serverName, metric, percent]),
  ).toEqual([
    ['服务器 1', 'disk', 96],
    ['服务器 2', 'cpu', 70],
  ]);
});
