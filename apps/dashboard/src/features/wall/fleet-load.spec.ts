import { exampleServer } from '../../shared/testing/servers.js';
import { fleetLoad } from './fleet-load.js';

const latest = (cpuPercent: number, networkReceiveBytesPerSecond?: number) => ({
  ...exampleServer(1).latest!,
  cpuPercent,
  ...(networkReceiveBytesPerSecond === undefined ? {} : { networkReceiveBytesPerSecond }),
});

test('means and sums are those of the servers that are heard of, step by step', () => {
  const load = fleetLoad([
    exampleServer(1, { latest: latest(10, 100), cpuLastHour: [10, null, null] }),
    exampleServer(2, { latest: latest(30, 50), cpuLastHour: [30, 20, null] }),
    exampleServer(3, { latest: latest(99, 999), status: 'down' }),
  ]);
  expect(load).toMatchObject({ cpuPercent: 20, receiveBytesPerSecond: 150, transmitBytesPerSecond: null });
  expect(load.cpuLastHour).toEqual([20, 20, null]);
});

test('of no server nothing is told', () => {
  expect(fleetLoad([])).toEqual({
    cpuLastHour: [],
    cpuPercent: null,
    memoryUsedPercent: null,
    receiveBytesPerSecond: null,
    transmitBytesPerSecond: null,
  });
});
