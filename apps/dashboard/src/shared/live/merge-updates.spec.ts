import type { ServersResponse, ServerUpdate } from '@opsgauge/contract';
import { exampleServer } from '../testing/servers.js';
import { mergeServerUpdates } from './merge-updates.js';

const one = exampleServer(1);
const two = exampleServer(2);
const response: ServersResponse = {
  items: [one, two],
  fleet: { monthAvailabilityPercent: '99.9900', monthCoveragePercent: '100.0000' },
};
const update = (id: string, observedAt: string, cpuPercent: number): ServerUpdate => ({
  id,
  status: 'up',
  statusSince: null,
  lastReportAt: observedAt,
  latest: { observedAt, cpuPercent, devices: { mounts: [], disks: [], interfaces: [] } },
});

test('an update changes its server and leaves the others the same objects', () => {
  const merged = mergeServerUpdates(response, [update(two.id, '2026-11-21T02:30:10.000Z', 55)]);
  expect(merged.items[0]).toBe(one);
  expect(merged.items[1]).toMatchObject({ name: two.name, lastReportAt: '2026-11-21T02:30:10.000Z' });
  expect(merged.items[1]?.latest?.cpuPercent).toBe(55);
  expect(merged.items[1]?.monthAvailabilityPercent).toBe('99.9912');
  expect(merged.fleet).toBe(response.fleet);
});

test('a late event does not put older values over newer ones', () => {
  const merged = mergeServerUpdates(response, [update(one.id, '2026-11-21T02:29:50.000Z', 99)]);
  expect(merged.items[0]).toBe(one);
});

test('a change of status without a new sample counts', () => {
  const silent: ServerUpdate = {
    id: one.id,
    status: 'down',
    statusSince: '2026-11-21T02:31:00.000Z',
    lastReportAt: one.lastReportAt,
    latest: one.latest,
  };
  expect(mergeServerUpdates(response, [silent]).items[0]?.status).toBe('down');
});

test('a server that is not in the list is left out', () => {
  const merged = mergeServerUpdates(response, [update(exampleServer(9).id, '2026-11-21T02:31:00.000Z', 1)]);
  expect(merged.items).toEqual(response.items);
});
