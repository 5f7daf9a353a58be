import { io, type Socket } from 'socket.io-client';
import {
  livePath,
  liveEventSchemas,
  type LiveEventName,
  type LiveEvents,
  type ServerToClientEvents,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
const sockets: Socket<ServerToClientEvents>[] = [];

beforeAll(async () => {
  hub = await TestHub.start();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => hub.stop());

/** What a page's socket is, without its habit of trying again. */
function connect(
  cookie: string | undefined,
  transport: 'websocket' | 'polling',
): Socket<ServerToClientEvents> {
  const socket: Socket<ServerToClientEvents> = io(hub.url, {
    path: livePath,
    transports: [transport],
    reconnection: false,
    forceNew: true,
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  });
  sockets.push(socket);
  return socket;
}

/** `connected`, or why not. */
const outcome = (socket: Socket<ServerToClientEvents>): Promise<string> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', ({ message }) => resolve(message));
  });

/** Every payload of an event so far, each parsed with the contract. */
function collect<Name extends LiveEventName>(
  socket: Socket<ServerToClientEvents>,
  name: Name,
): LiveEvents[Name][] {
  const found: LiveEvents[Name][] = [];
  socket.onAny((event: string, payload: unknown) => {
    if (event === name) found.push(liveEventSchemas[name].parse(payload) as LiveEvents[Name]);
  });
  return found;
}

describe.each(['websocket', 'polling'] as const)('a connection by %s', (transport) => {
  it('without a session is refused', async () => {
    expect(await outcome(connect(undefined, transport))).toBe('not_authenticated');
    expect(await outcome(connect('opsgauge_session=made-up', transport))).toBe('not_authenticated');
  });

  it('with a session of any role is accepted', async () => {
    expect(await outcome(connect(await hub.cookieOf('evaluator'), transport))).toBe('connected');
  });
});

it('pages are told of new servers, samples and re-read gaps', async () => {
  const socket = connect(await hub.cookieOf('operator'), 'websocket');
  expect(await outcome(socket)).toBe('connected');
  const updated = collect(socket, 'servers.updated');
  const changed = collect(socket, 'servers.changed');
  const reread = collect(socket, 'status.reread');

  const agent = await hub.enrol('web-01');
  const { systemId } = await hub.place([agent.serverId]);
  await hub.grant('operator', { kind: 'system', systemId });
  await until('the new server', () => changed.length > 0);

  const nowMs = hub.clock.nowMs();
  await agent.report([sampleAt(nowMs, 1, { metrics: { cpuPercent: 42 } })]);
  const item = await until('its sample', () =>
    updated.flatMap(({ items }) => items).find(({ id }) => id === agent.serverId),
  );
  expect(item).toMatchObject({
    status: 'up',
    latest: { cpuPercent: 42, observedAt: new Date(nowMs).toISOString() },
  });
  await until('its reading', () => reread.find(({ serverId }) => serverId === agent.serverId));
});

it('a session that ends while its page is open ends the connection’s right to come back', async () => {
  const response = await hub.request('POST', '/api/v1/session', {
    username: 'operator',
    password: 'administrator-1',
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  expect(await outcome(connect(cookie, 'websocket'))).toBe('connected');
  await hub.request('DELETE', '/api/v1/session', undefined, { cookie });
  expect(await outcome(connect(cookie, 'websocket'))).toBe('not_authenticated');
});
