import type { ErrorBody, Server, System } from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

let hub: TestHub;
let agent: TestAgent;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  agent = await hub.enrol('web-01');
});

const report = () => agent.post([sampleAt(hub.clock.nowMs(), 1)]);
const refused = async (method: string, path: string, body?: unknown) => {
  const response = await hub.as('admin', method, path, body);
  return { status: response.status, ...((await response.json()) as ErrorBody) };
};
const listed = async () =>
  (await hub.get<{ items: Server[] }>('/api/v1/servers')).items.find(({ id }) => id === agent.serverId);

it('a retired server leaves the lists, keeps its history, and its agent is refused until it is back', async () => {
  const path = `/api/v1/servers/${agent.serverId}`;
  expect((await report()).status).toBe(200);
  expect(await hub.admin<Server>('PATCH', path, { isRetired: true })).toMatchObject({ isRetired: true });
  expect(await listed()).toBeUndefined();
  expect(await hub.get<Server>(path)).toMatchObject({ name: 'web-01', isRetired: true });
  const answer = await report();
  expect([answer.status, ((await answer.json()) as ErrorBody).code]).toEqual([
    401,
    'agent_credential_invalid',
  ]);
  await hub.admin('PATCH', path, { isRetired: false });
  expect((await report()).status).toBe(200);
  expect(await listed()).toBeDefined();
});

it('an agent changes its credential; the old one is good for ten more minutes', async () => {
  const rotate = await hub.request('POST', '/api/v1/agent/credential', undefined, {
    authorization: `Bearer ${agent.credential}`,
  });
  const { credential } = (await rotate.json()) as { credential: string };
  const statuses = async () =>
    Promise.all(
      [agent.credential, credential].map(async (one) => {
        const headers = { authorization: `Bearer ${one}` };
        const body = { sentAt: new Date(hub.clock.nowMs()).toISOString(), samples: [] };
        return (await hub.request('POST', '/api/v1/agent/reports', body, headers)).status;
      }),
    );
  expect(await statuses()).toEqual([200, 200]);
  hub.clock.advance(10 * 60_000 + 1);
  expect(await statuses()).toEqual([401, 200]);
  await hub.admin('DELETE', `/api/v1/servers/${agent.serverId}/credential`);
  expect(await statuses()).toEqual([401, 401]);
});

it('a system is made of approved servers, critical or in groups', async () => {
  const { systemId } = await hub.place([]);
  const path = `/api/v1/systems/${systemId}/components`;
  const { serverId } = agent;
  const group = { name: 'web', requiredCount: 1 };
  const input = { components: [{ serverId, dependence: 'group', groupName: 'web' }], groups: [group] };
  expect(await refused('PUT', path, input)).toMatchObject({
    status: 409,
    code: 'server_not_approved',
    field: 'components.0.serverId',
  });
  expect(await listed()).toMatchObject({ isApproved: false, systemId: null });
  await hub.admin('PATCH', `/api/v1/servers/${serverId}`, { isApproved: true, name: '门户 01' });
  expect(await hub.admin<System>('PUT', path, input)).toMatchObject({
    components: [{ serverId, serverName: '门户 01', isCritical: false, groupName: 'web' }],
    groups: [group],
  });
  expect(await listed()).toMatchObject({ systemId, isApproved: true });
  const tooMany = { ...input, groups: [{ ...group, requiredCount: 2 }] };
  expect(await refused('PUT', path, tooMany)).toMatchObject({
    status: 400,
    field: 'groups.0.requiredCount',
  });
  const unknownGroup = { ...input, groups: [] };
  expect(await refused('PUT', path, unknownGroup)).toMatchObject({ field: 'components.0.groupName' });
});

it('what history hangs on is not deleted, and the answer says what is in the way', async () => {
  const owner = await hub.admin<{ id: string }>('POST', '/api/v1/organizations', {
    name: `owner ${agent.serverId}`,
    kind: 'owner',
  });
  const { systemId, projectId } = await hub.place([agent.serverId], 'portal', { owner: owner.id });
  for (const [path, uses] of [
    [`organizations/${owner.id}`, { projects: 1 }],
    [`projects/${projectId}`, { systems: 1 }],
    [`systems/${systemId}`, { servers: 1, contracts: 1 }],
  ] as const) {
    const answer = await refused('DELETE', `/api/v1/${path}`);
    expect(answer).toMatchObject({ status: 409, code: 'in_use' });
    expect(Object.fromEntries(answer.uses!.map(({ kind, count }) => [kind, count]))).toEqual(uses);
  }
  const { items } = await hub.get<{ items: { id: string; systemId: string }[] }>('/api/v1/contracts');
  const contract = items.find((one) => one.systemId === systemId)!;
  const begun = { status: 409, code: 'service_begun' };
  expect(await refused('DELETE', `/api/v1/contracts/${contract.id}`)).toMatchObject(begun);
  // Without its server the figures it was part of are still there.
  await hub.admin('PUT', `/api/v1/servers/${agent.serverId}/system`, { systemId: null });
  expect(await refused('DELETE', `/api/v1/systems/${systemId}`)).toMatchObject({
    code: 'in_use',
    uses: [{ kind: 'contracts', count: 1 }],
  });
});

it('what was never in service is deleted, from the contract up to the organization', async () => {
  const { id: owner } = await hub.admin<{ id: string }>('POST', '/api/v1/organizations', {
    name: `mistake ${agent.serverId}`,
    kind: 'owner',
  });
  const { systemId, projectId } = await hub.place([agent.serverId], 'mistake', { owner });
  await hub.sql('UPDATE contract SET service_from = $2 WHERE system_id = $1', [
    systemId,
    new Date(hub.clock.nowMs() + 86_400_000),
  ]);
  const { items } = await hub.get<{ items: { id: string; systemId: string }[] }>('/api/v1/contracts');
  await hub.admin('DELETE', `/api/v1/contracts/${items.find((one) => one.systemId === systemId)!.id}`);
  await hub.admin('PUT', `/api/v1/servers/${agent.serverId}/system`, { systemId: null });
  await hub.admin('DELETE', `/api/v1/systems/${systemId}`);
  await hub.admin('DELETE', `/api/v1/projects/${projectId}`);
  await hub.admin('DELETE', `/api/v1/organizations/${owner}`);
  expect(await refused('GET', `/api/v1/systems/${systemId}`)).toMatchObject({ status: 404 });
  expect(await hub.get(`/api/v1/servers/${agent.serverId}`)).toMatchObject({ systemId: null });
});

it('a name that is taken is refused at its field', async () => {
  const vendor = { name: `vendor ${agent.serverId}`, kind: 'vendor' };
  const { id } = await hub.admin<{ id: string }>('POST', '/api/v1/organizations', vendor);
  const other = { ...vendor, name: `${vendor.name} 2` };
  await hub.admin('POST', '/api/v1/organizations', other);
  const taken = { status: 409, code: 'name_taken', field: 'name' };
  expect(await refused('POST', '/api/v1/organizations', vendor)).toMatchObject(taken);
  expect(await refused('PATCH', `/api/v1/organizations/${id}`, other)).toMatchObject(taken);
  const account = { username: 'twice', displayName: 'Twice', role: 'operator', organizationId: null };
  await hub.admin('POST', '/api/v1/accounts', account);
  expect(await refused('POST', '/api/v1/accounts', account)).toMatchObject({ ...taken, field: 'username' });
  const { systemId } = await hub.place([agent.serverId], 'groups');
  const group = { name: 'web', requiredCount: 1 };
  const components = [{ serverId: agent.serverId, dependence: 'group', groupName: 'web' }];
  const answer = await refused('PUT', `/api/v1/systems/${systemId}/components`, {
    components,
    groups: [group, group],
  });
  expect(answer).toMatchObject({ status: 400, field: 'groups.1.name' });
});

it('maintenance is announced beforehand, ends early, and is not taken away afterwards', async () => {
  const target = { kind: 'server', serverId: agent.serverId };
  const at = (minutes: number) => new Date(hub.clock.nowMs() + minutes * 60_000).toISOString();
  const window = (from: number, to: number) => ({ target, from: at(from), to: at(to), reason: '升级' });
  const api = '/api/v1/maintenance-windows';
  expect(await refused('POST', api, window(-10, 10))).toMatchObject({ code: 'in_the_past', field: 'from' });
  expect(await refused('POST', api, window(10, 10))).toMatchObject({ code: 'not_after_start', field: 'to' });
  const ahead = await hub.admin<{ id: string }>('POST', api, window(5, 10));
  const running = await hub.admin<{ id: string }>('POST', api, window(-4, 60));
  await hub.admin('DELETE', `${api}/${ahead.id}`);
  hub.clock.advance(60_000);
  await hub.admin('DELETE', `${api}/${running.id}`);
  const { items } = await hub.get<{ items: { id: string; to: string }[] }>(api);
  expect(items.map(({ id }) => id)).toEqual([running.id]);
  expect(Date.parse(items[0]!.to)).toBeLessThanOrEqual(hub.clock.nowMs());
  hub.clock.advance(1000);
  expect(await refused('DELETE', `${api}/${running.id}`)).toMatchObject({
    status: 409,
    code: 'maintenance_over',
  });
});

it('a server has a gateway, and no two are each other’s', async () => {
  const [inner, outer] = [await hub.enrol('inner-01'), await hub.enrol('outer-01')];
  const change = (serverId: string, gatewayServerId: string | null) =>
    hub.as('admin', 'PATCH', `/api/v1/servers/${serverId}`, { gatewayServerId });
  expect(await (await change(inner.serverId, outer.serverId)).json()).toMatchObject({
    gatewayServerId: outer.serverId,
  });
  for (const [server, gateway] of [
    [outer, inner],
    [outer, outer],
  ] as const) {
    expect(
      await refused('PATCH', `/api/v1/servers/${server.serverId}`, { gatewayServerId: gateway.serverId }),
    ).toMatchObject({ status: 400, code: 'gateway_circular', field: 'gatewayServerId' });
  }
  expect((await change(inner.serverId, crypto.randomUUID())).status).toBe(404);
  expect(await (await change(inner.serverId, null)).json()).toMatchObject({ gatewayServerId: null });
});
