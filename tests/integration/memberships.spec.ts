import {
  availabilityResponseSchema,
  systemSchema,
  type ErrorBody,
  type Server,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const minuteMs = 60_000;

let hub: TestHub;
/** Minute 0 of a test. */
let startMs: number;
let steady: TestAgent;
let broken: TestAgent;
let elsewhere: TestAgent;
/** Of `steady` and `broken`. */
let portal: string;
/** Of `elsewhere`. */
let archive: string;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

beforeEach(async () => {
  startMs = Math.floor(Date.now() / 1000) * 1000 - 120 * minuteMs;
  hub.clock.moveTo(startMs);
  await hub.sql('DELETE FROM hub_run');
  await hub.sql('INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)', [
    at(-600),
    at(600),
  ]);
  [steady, broken, elsewhere] = [
    await hub.enrol('steady'),
    await hub.enrol('broken'),
    await hub.enrol('else'),
  ];
  portal = (await hub.place([steady.serverId, broken.serverId], 'portal')).systemId;
  archive = (await hub.place([elsewhere.serverId], 'archive')).systemId;
  // Ten minutes in which `broken` restarts after minute 4, and is back at minute 6.
  hub.clock.moveTo(startMs + 10 * minuteMs);
  await steady.report(samples(0, 10));
  await elsewhere.report(samples(0, 10));
  await broken.report([...samples(0, 4), ...samples(6, 10, 'boot-2')]);
});

const at = (minute: number): string => new Date(startMs + minute * minuteMs).toISOString();
const samples = (from: number, to: number, bootId = 'boot-1') =>
  Array.from({ length: (to - from) * 6 + 1 }, (_, index) => {
    const second = from * 60 + index * 10;
    return sampleAt(startMs + second * 1000, second, { bootId, monotonicMs: 1_000_000 + second * 1000 });
  });
const figureOf = async (systemId: string, from: number, to: number) => {
  const { upMs, downMs, unknownMs } = availabilityResponseSchema.parse(
    await hub.get(`/api/v1/systems/${systemId}/availability?from=${at(from)}&to=${at(to)}`),
  );
  return { up: upMs / minuteMs, down: downMs / minuteMs, unknown: unknownMs / minuteMs };
};
const system = async (id: string) => systemSchema.parse(await hub.get(`/api/v1/systems/${id}`));
const move = (serverId: string, systemId: string | null) =>
  hub.admin<Server>('PUT', `/api/v1/servers/${serverId}/system`, { systemId, dependence: 'critical' });

it('a moved server leaves the past of both systems as it was, and counts for the new one from then on', async () => {
  const past = { portal: await figureOf(portal, 0, 10), archive: await figureOf(archive, 0, 10) };
  expect(past).toEqual({ portal: { up: 8, down: 2, unknown: 0 }, archive: { up: 10, down: 0, unknown: 0 } });

  expect(await move(broken.serverId, archive)).toMatchObject({ systemId: archive, systemName: 'archive' });
  hub.clock.moveTo(startMs + 20 * minuteMs);
  await steady.report(samples(10, 20).slice(1));
  await elsewhere.report(samples(10, 20).slice(1));
  await broken.report([...samples(10, 12, 'boot-2').slice(1), ...samples(15, 20, 'boot-3')]);

  expect(await figureOf(portal, 0, 10)).toEqual(past.portal);
  expect(await figureOf(archive, 0, 10)).toEqual(past.archive);
  expect(await figureOf(portal, 10, 20)).toEqual({ up: 10, down: 0, unknown: 0 });
  expect(await figureOf(archive, 10, 20)).toEqual({ up: 7, down: 3, unknown: 0 });
  expect(await figureOf(portal, 0, 20)).toEqual({ up: 18, down: 2, unknown: 0 });

  const [left, joined] = [await system(portal), await system(archive)];
  expect(left.components.map(({ serverId }) => serverId)).toEqual([steady.serverId]);
  expect(left.formerComponents).toMatchObject([{ serverId: broken.serverId, since: null }]);
  expect(joined.components.map(({ since }) => since)).toEqual([null, left.formerComponents[0]!.until]);
});

it('a move is one entry of the audit, with where from and where to', async () => {
  await move(broken.serverId, archive);
  const { items } = await hub.get<{ items: object[] }>('/api/v1/audit?action=server.move');
  expect(items[0]).toMatchObject({
    targetId: broken.serverId,
    before: { systems: [{ id: portal, name: 'portal' }] },
    after: { systems: [{ id: archive, name: 'archive' }], dependence: 'critical' },
  });
});

it('a move that cannot be is refused as a whole', async () => {
  const refused = async (systemId: string, serverId = broken.serverId) => {
    const answer = await hub.as('admin', 'PUT', `/api/v1/servers/${serverId}/system`, { systemId });
    return { status: answer.status, ...((await answer.json()) as ErrorBody) };
  };
  expect(await refused(crypto.randomUUID())).toMatchObject({ status: 400, field: 'systemId' });
  expect((await system(portal)).components).toHaveLength(2);
  const { serverId } = await hub.enrol('not-approved');
  expect(await refused(portal, serverId)).toMatchObject({ status: 409, code: 'server_not_approved' });
  const pair = [steady, broken].map((one) => ({
    serverId: one.serverId,
    dependence: 'group',
    groupName: 'web',
  }));
  const groups = [{ name: 'web', requiredCount: 2 }];
  await hub.admin('PUT', `/api/v1/systems/${portal}/components`, { components: pair, groups });
  const answer = await refused(archive);
  expect(answer).toMatchObject({ status: 409, code: 'group_needs_server', field: 'systemId' });
  expect(answer.message).toContain('the group web of portal');
  expect((await system(archive)).components).toHaveLength(1);
});

it('of moves of one server at once, one place is what remains', async () => {
  const third = (await hub.place([], 'third')).systemId;
  await Promise.all([archive, third, portal, archive, third].map((target) => move(broken.serverId, target)));
  const holding = await Promise.all([portal, archive, third].map(system));
  const places = holding
    .flatMap(({ components }) => components)
    .filter((one) => one.serverId === broken.serverId);
  expect(places).toHaveLength(1);
});

it('who sees the old system only goes on seeing the server’s time in it, and nothing of it since', async () => {
  await hub.grant('evaluator', { kind: 'system', systemId: portal });
  const status = async (path: string, from: number, to: number) => {
    const period = `from=${at(from)}&to=${at(to)}`;
    const route = `/api/v1/servers/${broken.serverId}/${path}${period}`;
    return (await hub.as('evaluator', 'GET', route)).status;
  };
  const routes = [
    'availability?',
    'samples/raw?',
    'samples?points=10&',
    'samples/devices?kind=mounts&name=/&',
    'samples/summary?',
    'gap-readings?',
  ];
  await move(broken.serverId, archive);
  for (const route of routes) {
    expect([route, await status(route, 0, 10), await status(route, 5, 15)]).toEqual([route, 200, 404]);
  }
  expect((await hub.as('evaluator', 'GET', `/api/v1/servers/${broken.serverId}`)).status).toBe(404);
  await move(broken.serverId, null);
  expect((await hub.as('evaluator', 'GET', `/api/v1/servers/${broken.serverId}`)).status).toBe(404);
  await hub.grant('evaluator', { kind: 'system', systemId: archive });
  expect((await hub.as('evaluator', 'GET', `/api/v1/servers/${broken.serverId}`)).status).toBe(200);
});

it('another dependence, or another number of a group, counts from then on', async () => {
  const past = await figureOf(portal, 0, 10);
  const components = [
    { serverId: steady.serverId, dependence: 'critical' },
    { serverId: broken.serverId, dependence: 'none' },
  ];
  await hub.admin('PUT', `/api/v1/systems/${portal}/components`, { components, groups: [] });
  expect(await figureOf(portal, 0, 10)).toEqual(past);
  hub.clock.moveTo(startMs + 20 * minuteMs);
  await steady.report(samples(10, 20).slice(1));
  expect(await figureOf(portal, 10, 20)).toEqual({ up: 10, down: 0, unknown: 0 });
});

it('a server that is added later does not change what was counted without it', async () => {
  const late = await hub.enrol('late');
  await hub.admin('PATCH', `/api/v1/servers/${late.serverId}`, { isApproved: true });
  await move(late.serverId, archive);
  expect(await figureOf(archive, 0, 10)).toEqual({ up: 10, down: 0, unknown: 0 });
});

it('a retired server leaves its system, which is judged without it from then on; back, it is placed anew', async () => {
  await hub.admin('PATCH', `/api/v1/servers/${broken.serverId}`, { isRetired: true });
  const retired = (await hub.get<{ items: Server[] }>('/api/v1/servers?isRetired=true')).items;
  expect(retired.map(({ id }) => id)).toContain(broken.serverId);
  expect(retired.every(({ isRetired }) => isRetired)).toBe(true);
  hub.clock.moveTo(startMs + 20 * minuteMs);
  await steady.report(samples(10, 20).slice(1));
  expect(await figureOf(portal, 0, 20)).toEqual({ up: 18, down: 2, unknown: 0 });
  const back = await hub.admin<Server>('PATCH', `/api/v1/servers/${broken.serverId}`, { isRetired: false });
  expect(back).toMatchObject({ isRetired: false, systemId: null });
  expect(await move(broken.serverId, portal)).toMatchObject({ systemId: portal });
});
