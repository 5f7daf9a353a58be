import { io } from 'socket.io-client';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import {
  livePath,
  noPromises,
  type Organization,
  type Server,
  type System,
} from '../../libs/contract/src/index.js';
import { adminPassword, sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

const dayMs = 86_400_000;

interface Vendor {
  readonly organizationId: string;
  readonly accountId: string;
  readonly cookie: string;
}

let hub: TestHub;
let agent: TestAgent;
let former: Vendor;
let next: Vendor;
let systemId: string;
let seq = 0;
let nowMs: number;

async function vendor(name: string): Promise<Vendor> {
  const { id: organizationId } = await hub.admin<Organization>('POST', '/api/v1/organizations', {
    name,
    kind: 'vendor',
  });
  const { id: accountId } = await hub.app.get(AccountsService).create({
    username: name,
    displayName: name,
    role: 'operator',
    organizationId,
    password: adminPassword,
  });
  const body = { username: name, password: adminPassword };
  const response = await hub.request('POST', '/api/v1/session', body);
  return { organizationId, accountId, cookie: response.headers.get('set-cookie')!.split(';')[0]! };
}

/** A contract from and to days from now; null: no end. */
const contract = (vendorOrganizationId: string | null, from: number, to: number | null) =>
  hub.admin<{ id: string }>('POST', '/api/v1/contracts', {
    systemId,
    vendorOrganizationId,
    number: `from ${from} to ${to}`,
    serviceFrom: new Date(nowMs + from * dayMs).toISOString(),
    serviceTo: to === null ? null : new Date(nowMs + to * dayMs).toISOString(),
    serviceCalendar: null,
    promises: noPromises,
  });

beforeAll(async () => {
  hub = await TestHub.start();
  former = await vendor('former');
  next = await vendor('next');
});
afterAll(() => hub.stop());

beforeEach(async () => {
  nowMs = hub.clock.nowMs();
  agent = await hub.enrol('web-01');
  ({ systemId } = await hub.place([agent.serverId], 'portal'));
});

const get = (path: string, { cookie }: Vendor) => hub.request('GET', path, undefined, { cookie });
/** What a vendor's pages show of the system: its list, its server, its figure and its contracts. */
async function sees(one: Vendor): Promise<boolean[]> {
  const lists = await Promise.all([
    get('/api/v1/systems', one).then(async (answer) => (await answer.json()) as { items: System[] }),
    get('/api/v1/servers', one).then(async (answer) => (await answer.json()) as { items: Server[] }),
  ]);
  const [server, figure] = await Promise.all([
    get(`/api/v1/servers/${agent.serverId}`, one),
    get(
      `/api/v1/systems/${systemId}/availability?from=${new Date(nowMs - dayMs).toISOString()}&to=${new Date(nowMs).toISOString()}`,
      one,
    ),
  ]);
  return [
    lists[0].items.some(({ id }) => id === systemId),
    lists[1].items.some(({ id }) => id === agent.serverId),
    server.status === 200,
    figure.status === 200,
  ];
}
const everything = [true, true, true, true];
const nothing = [false, false, false, false];
/** What is believed of a scope for a moment is asked again when something changes. */
const grant = (target: object) =>
  hub.admin('POST', `/api/v1/accounts/${former.accountId}/grants`, { target });

it('a vendor whose contract has ended sees the system until another vendor’s contract is in force', async () => {
  await contract(former.organizationId, -400, -35);
  expect(await sees(former)).toEqual(everything);
  expect(await sees(next)).toEqual(nothing);
  await contract(next.organizationId, 10, null);
  expect(await sees(former)).toEqual(everything);
  expect(await sees(next)).toEqual(everything);
});

it('after the handover it sees nothing of it, also once the successor’s contract has ended', async () => {
  await contract(former.organizationId, -400, -35);
  await contract(next.organizationId, -35, -5);
  expect(await sees(former)).toEqual(nothing);
  expect(await sees(next)).toEqual(everything);
});

it('the handover takes place as time passes, and the old vendor’s contract goes with the system', async () => {
  await contract(former.organizationId, -400, -2);
  await contract(next.organizationId, 0.01, null);
  expect(await sees(former)).toEqual(everything);
  expect(await (await get('/api/v1/contracts', former)).text()).toContain('from -400');
  hub.clock.advance(0.02 * dayMs);
  expect(await sees(former)).toEqual(nothing);
  expect(await (await get('/api/v1/contracts', former)).text()).not.toContain('from -400 to -2');
  expect(await sees(next)).toEqual(everything);
});

it('what came before its own contract, or belongs to no vendor, is no handover', async () => {
  await contract(next.organizationId, -800, -400);
  await contract(former.organizationId, -400, -35);
  await contract(null, -35, null);
  expect(await sees(former)).toEqual(everything);
  expect(await sees(next)).toEqual(nothing);
});

it('a vendor whose contract goes on keeps the system beside another', async () => {
  await contract(former.organizationId, -400, null);
  await contract(next.organizationId, -35, null);
  expect(await sees(former)).toEqual(everything);
  expect(await sees(next)).toEqual(everything);
});

it('a grant of its own lets it see the system again', async () => {
  await contract(former.organizationId, -400, -35);
  await contract(next.organizationId, -35, null);
  expect(await sees(former)).toEqual(nothing);
  await grant({ kind: 'system', systemId });
  expect(await sees(former)).toEqual(everything);
});

it('its live page falls silent with the handover', async () => {
  await contract(former.organizationId, -400, -2);
  const heard = { former: [] as string[], next: [] as string[] };
  const sockets = (
    [
      ['former', former],
      ['next', next],
    ] as const
  ).map(([name, { cookie }]) => {
    const socket = io(hub.url, {
      path: livePath,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie },
    });
    socket.onAny((_: string, payload: unknown) => heard[name].push(JSON.stringify(payload)));
    return socket;
  });
  const knows = (name: keyof typeof heard) => heard[name].some((text) => text.includes(agent.serverId));
  try {
    await until('both are connected', () => sockets.every(({ connected }) => connected));
    await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
    await until('the former vendor hears of it', () => knows('former'));
    expect(knows('next')).toBe(false);

    await contract(next.organizationId, -1, null);
    heard.former = [];
    await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
    await until('the next vendor hears of it', () => knows('next'));
    // What the other one is told goes out in the same batch.
    await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
    heard.next = [];
    await until('and again', () => knows('next'));
    expect(knows('former')).toBe(false);
  } finally {
    sockets.forEach((socket) => socket.disconnect());
  }
});
