import { io, type Socket } from 'socket.io-client';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import type { Account, Organization, Role } from '../../libs/contract/src/index.js';
import { livePath } from '../../libs/contract/src/index.js';
import { adminPassword, sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

/** What one vendor and one owner have; every name begins with theirs, so that it can be searched for. */
interface Side {
  readonly names: string;
  readonly agent: TestAgent;
  readonly systemId: string;
  readonly projectId: string;
  readonly inspectionId: string;
  readonly evaluationId: string;
  readonly cookies: Record<'operator' | 'owner', string>;
}

let hub: TestHub;
let seq = 0;
let alpha: Side;
let beta: Side;
let evaluator: { id: string; cookie: string };

async function account(username: string, role: Role, organizationId: string | null) {
  const { id } = await hub.app
    .get(AccountsService)
    .create({ username, displayName: username, role, organizationId, password: adminPassword });
  const response = await hub.request('POST', '/api/v1/session', { username, password: adminPassword });
  return { id, cookie: response.headers.get('set-cookie')!.split(';')[0]! };
}

async function side(names: string): Promise<Side> {
  const organization = (kind: string) =>
    hub.admin<Organization>('POST', '/api/v1/organizations', { name: `${names}-${kind}`, kind });
  const [vendor, owner] = [await organization('vendor'), await organization('owner')];
  const agent = await hub.enrol(`${names}-server`);
  const { systemId, projectId } = await hub.place([agent.serverId], `${names}-system`, {
    owner: owner.id,
    vendor: vendor.id,
  });
  await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
  const { id: inspectionId } = await hub.admin<{ id: string }>(
    'POST',
    `/api/v1/servers/${agent.serverId}/inspections`,
  );
  const hourMs = 3_600_000;
  await hub.admin('POST', '/api/v1/maintenance-windows', {
    target: { kind: 'system', systemId },
    from: new Date(hub.clock.nowMs() + hourMs).toISOString(),
    to: new Date(hub.clock.nowMs() + 2 * hourMs).toISOString(),
    reason: `${names}-maintenance`,
  });
  const { items } = await hub.get<{ items: { id: string; systemId: string }[] }>('/api/v1/evaluations');
  return {
    names,
    agent,
    systemId,
    projectId,
    inspectionId,
    evaluationId: items.find((one) => one.systemId === systemId)!.id,
    cookies: {
      operator: (await account(`${names}.operator`, 'operator', vendor.id)).cookie,
      owner: (await account(`${names}.owner`, 'owner', owner.id)).cookie,
    },
  };
}

beforeAll(async () => {
  hub = await TestHub.start();
  alpha = await side('alpha');
  beta = await side('beta');
  evaluator = await account('the-evaluator', 'evaluator', null);
});
afterAll(() => hub.stop());

const period = () =>
  new URLSearchParams({
    from: new Date(hub.clock.nowMs() - 3_600_000).toISOString(),
    to: new Date(hub.clock.nowMs()).toISOString(),
    points: '10',
  }).toString();
const dates = () => {
  const today = new Date(hub.clock.nowMs()).toISOString().slice(0, 10);
  return `from=${today}&to=${today}`;
};

/** Every reading route of the API's own description, with the ids of one side in it. */
async function readingPaths(of: Side): Promise<string[]> {
  const { paths } = (await (await hub.request('GET', '/api/docs-json')).json()) as {
    paths: Record<string, object>;
  };
  const idOf = (path: string) => {
    if (path.includes('/systems/')) return of.systemId;
    if (path.includes('/inspections/')) return of.inspectionId;
    if (path.includes('/evaluations/')) return of.evaluationId;
    return of.agent.serverId;
  };
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => {
      const query = path.endsWith('/days') ? dates() : period();
      return `${path.replaceAll(/\{\w+\}/g, idOf(path))}?${query}`;
    });
}

const get = (path: string, cookie: string) => hub.request('GET', path, undefined, { cookie });
/** All that would give one side away. */
const traces = ({ names, agent, systemId, projectId, inspectionId, evaluationId }: Side) =>
  new RegExp([`${names}-`, agent.serverId, systemId, projectId, inspectionId, evaluationId].join('|'));

describe.each([
  ['operator', 'a vendor'],
  ['owner', 'an owner'],
] as const)('%s', (role, who) => {
  it(`${who} finds what is its own`, async () => {
    for (const [path, name] of [
      ['/api/v1/servers', 'beta-server'],
      ['/api/v1/systems', 'beta-system'],
      ['/api/v1/projects', 'project of beta-system'],
      ['/api/v1/contracts', 'contract of beta-system'],
      ['/api/v1/organizations', 'beta-vendor'],
      ['/api/v1/evaluations', 'beta-system'],
      ['/api/v1/maintenance-windows', 'beta-maintenance'],
    ] as const) {
      expect(await (await get(path, beta.cookies[role])).text()).toContain(name);
    }
    const own = await get(`/api/v1/servers/${beta.agent.serverId}`, beta.cookies[role]);
    expect(own.status).toBe(200);
  });

  it(`${who} finds nothing of the other's in any answer of any route`, async () => {
    const paths = [...(await readingPaths(beta)), ...(await readingPaths(alpha))];
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const response = await get(path, beta.cookies[role]);
      expect({ path, found: traces(alpha).exec(await response.text())?.[0] }).toEqual({ path });
    }
  });

  it(`${who} is answered of the other's ids as of ids that do not exist`, async () => {
    const nowhere: Side = {
      ...alpha,
      agent: { serverId: crypto.randomUUID() } as TestAgent,
      systemId: crypto.randomUUID(),
      inspectionId: crypto.randomUUID(),
      evaluationId: crypto.randomUUID(),
    };
    const answer = async (path: string) => {
      const response = await get(path, beta.cookies[role]);
      const { correlationId, ...body } = (await response.json()) as Record<string, unknown>;
      return { status: response.status, body, isCorrelated: typeof correlationId === 'string' };
    };
    const [foreign, absent] = [await readingPaths(alpha), await readingPaths(nowhere)];
    for (const [index, path] of foreign.entries()) {
      if (path.split('?')[0] === absent[index]!.split('?')[0]) continue;
      expect({ path, ...(await answer(path)) }).toEqual({ path, ...(await answer(absent[index]!)) });
    }
  });
});

it('an evaluator sees what its grants name, from the moment they do until they are taken away', async () => {
  const servers = async () => (await get('/api/v1/servers', evaluator.cookie)).text();
  expect(await servers()).not.toMatch(/alpha-|beta-/);
  const { id } = await hub.admin<{ id: string }>('POST', `/api/v1/accounts/${evaluator.id}/grants`, {
    target: { kind: 'project', projectId: alpha.projectId },
  });
  expect(await servers()).toContain('alpha-server');
  expect(await servers()).not.toContain('beta-');
  const { grants } = await hub.get<Account>(`/api/v1/accounts/${evaluator.id}`);
  expect(grants).toMatchObject([{ id, targetName: 'project of alpha-system' }]);
  await hub.admin('DELETE', `/api/v1/accounts/${evaluator.id}/grants/${id}`);
  expect(await servers()).not.toContain('alpha-');
});

it('a server outside every system is an administrator’s only', async () => {
  const { serverId } = await hub.enrol('stray-server');
  expect((await get(`/api/v1/servers/${serverId}`, beta.cookies.owner)).status).toBe(404);
  expect((await get('/api/v1/servers', beta.cookies.operator)).status).toBe(200);
  expect((await hub.as('admin', 'GET', `/api/v1/servers/${serverId}`)).status).toBe(200);
});

/** What an open page is told, one line an event. */
async function listen(cookie: string) {
  const heard: string[] = [];
  const socket: Socket = io(hub.url, {
    path: livePath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie },
  });
  socket.onAny((name: string, payload: unknown) => heard.push(`${name} ${JSON.stringify(payload)}`));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const count = (name: string, of?: Side) =>
    heard.filter((text) => text.startsWith(name) && (!of || text.includes(of.agent.serverId))).length;
  return { heard, count, close: () => socket.disconnect() };
}

const report = ({ agent }: Side, changes: Parameters<typeof sampleAt>[2] = {}) =>
  agent.report([sampleAt(hub.clock.nowMs(), ++seq, changes)]);
const grantsOfEvaluator = () => `/api/v1/accounts/${evaluator.id}/grants`;
const grantBeta = () =>
  hub.admin<{ id: string }>('POST', grantsOfEvaluator(), {
    target: { kind: 'project', projectId: beta.projectId },
  });

it.each(['operator', 'owner', 'evaluator'] as const)(
  'a live page of %s hears of its own only',
  async (role) => {
    const { id } = await grantBeta();
    const page = await listen(role === 'evaluator' ? evaluator.cookie : beta.cookies[role]);
    try {
      await report(alpha);
      await hub.admin('PATCH', `/api/v1/servers/${alpha.agent.serverId}`, { name: `alpha-for-${role}` });
      // What is heard of one's own comes after what was not heard of the other's.
      await report(beta);
      await until('its own sample', () => page.count('servers.updated', beta) > 0);
      expect(page.heard.filter((text) => traces(alpha).test(text))).toEqual([]);
      expect(page.count('servers.changed')).toBe(0);
      await hub.admin('PATCH', `/api/v1/servers/${beta.agent.serverId}`, { name: `beta-for-${role}` });
      await until('its own renaming', () => page.count('servers.changed') > 0);
      const restarted = { runId: `run-for-${role}`, bootId: `boot-for-${role}` };
      await report(alpha, restarted);
      await report(beta, restarted);
      await until('its own reading', () => page.count('status.reread', beta) > 0);
      expect(page.heard.filter((text) => traces(alpha).test(text))).toEqual([]);
    } finally {
      page.close();
      await hub.admin('DELETE', `${grantsOfEvaluator()}/${id}`);
    }
  },
);

it('a live page whose grant is taken away is told of the loss, and hears nothing more', async () => {
  const { id } = await grantBeta();
  const [page, witness] = [await listen(evaluator.cookie), await listen(beta.cookies.owner)];
  try {
    await hub.admin('DELETE', `${grantsOfEvaluator()}/${id}`);
    await until('the loss is told', () => page.count('servers.changed') > 0);
    const known = page.count('servers.updated', beta);
    await report(beta);
    await until('others hear of it', () => witness.count('servers.updated', beta) > 0);
    expect(page.count('servers.updated', beta)).toBe(known);
  } finally {
    page.close();
    witness.close();
  }
});
