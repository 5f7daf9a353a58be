import { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { exampleServer } from '../testing/servers.js';
import { applyLiveEvent } from './apply-event.js';
import { Invalidations } from './invalidations.js';

const at = '2026-11-21T02:31:00.000Z';
const server = exampleServer(1);

function filledClient() {
  const client = new QueryClient();
  client.setQueryData(keys.servers, {
    items: [server],
    fleet: { monthAvailabilityPercent: null, monthCoveragePercent: null },
  });
  client.setQueryData(keys.server(server.id), server);
  client.setQueryData([...keys.availabilityOf(server.id), 'days'], 'days');
  client.setQueryData([...keys.availabilityOf('other'), 'days'], 'days');
  client.setQueryData(keys.actuals('e'), 'actuals');
  client.setQueryData(keys.inspectionsOf(server.id), 'inspections');
  return client;
}
const caches: Invalidations[] = [];
function cacheOf(client: QueryClient) {
  const invalidations = new Invalidations(client);
  caches.push(invalidations);
  return { client, invalidations };
}
afterEach(() => caches.splice(0).forEach((one) => one.end()));
const isStale = (client: QueryClient, key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

test('servers.updated stands in the list and on the server, without a new reading', () => {
  const client = filledClient();
  applyLiveEvent(cacheOf(client), 'servers.updated', {
    at,
    items: [{ id: server.id, status: 'down', statusSince: at, lastReportAt: at, latest: null }],
  });
  expect(client.getQueryData(keys.server(server.id))).toMatchObject({ status: 'down', latest: null });
  expect(client.getQueryData(keys.servers)).toMatchObject({ items: [{ status: 'down' }] });
  expect(isStale(client, keys.servers)).toBe(false);
});

test('status.reread makes the figures of that server be read again, and no others', () => {
  const client = filledClient();
  applyLiveEvent(cacheOf(client), 'status.reread', { at, serverId: server.id });
  expect(isStale(client, [...keys.availabilityOf(server.id), 'days'])).toBe(true);
  expect(isStale(client, [...keys.availabilityOf('other'), 'days'])).toBe(false);
  expect(isStale(client, keys.actuals('e'))).toBe(true);
});

test('inspection.completed makes the inspections be read again', () => {
  const client = filledClient();
  applyLiveEvent(cacheOf(client), 'inspection.completed', {
    at,
    inspectionId: server.id,
    serverId: server.id,
  });
  expect(isStale(client, keys.inspectionsOf(server.id))).toBe(true);
});
