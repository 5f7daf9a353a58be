import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import {
  livePath,
  type AccountsResponse,
  type ClientToServerEvents,
  type EnrolmentTokenResponse,
  type Role,
  type ServerToClientEvents,
  type ServersResponse,
} from '../../libs/contract/src/index.js';
import { BuiltAgent } from '../support/built-agent.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

type Page = Socket<ServerToClientEvents, ClientToServerEvents>;

let hub: TestHub;
const pages: Page[] = [];
let seq = 0;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.disconnect();
});
afterAll(() => hub.stop());

/** A page of somebody in the role, connected. */
async function open(role: Role): Promise<Page> {
  const page: Page = io(hub.url, {
    path: livePath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: await hub.cookieOf(role) },
  });
  pages.push(page);
  await new Promise<void>((resolve, reject) => {
    page.once('connect', resolve);
    page.once('connect_error', reject);
  });
  return page;
}

const watch = { forMs: 10_000, intervalSeconds: 2 };
const hintOf = async (agent: TestAgent) => {
  seq += 1;
  return (await agent.report([sampleAt(hub.clock.nowMs(), seq)])).hints.watch;
};
const isAsked = (what: string, agent: TestAgent) =>
  until(what, async () => ((await hintOf(agent)) ? true : undefined));
const isLeftAlone = (what: string, agent: TestAgent) =>
  until(what, async () => ((await hintOf(agent)) ? undefined : true));

it('the agent of a server whose page is open is asked to sample faster, until the page shows another or is closed', async () => {
  const [one, other] = [await hub.enrol('watch-1'), await hub.enrol('watch-2')];
  expect(await hintOf(one)).toBeUndefined();
  const first = await open('admin');
  first.emit('server.watched', { serverId: one.serverId });
  await isAsked('the first is asked', one);
  expect(await hintOf(one)).toEqual(watch);
  expect(await hintOf(other)).toBeUndefined();
  const second = await open('admin');
  second.emit('server.watched', { serverId: one.serverId });
  first.emit('server.watched', { serverId: other.serverId });
  await isAsked('the other is asked', other);
  expect(await hintOf(one)).toEqual(watch);
  second.disconnect();
  await isLeftAlone('nobody looks at the first any more', one);
  first.emit('server.watched', { serverId: null });
  await isLeftAlone('nobody looks at the other any more', other);
});

it('what makes no sense asks nothing of anybody, and costs the connection nothing', async () => {
  const agent = await hub.enrol('watch-3');
  const page = await open('admin');
  for (const nonsense of [undefined, null, 'all', { serverId: 'all' }, { serverId: 7 }, [agent.serverId]])
    page.emit('server.watched', nonsense as never);
  page.emit('server.watched', { serverId: agent.serverId });
  await isAsked('what makes sense still counts', agent);
});

it('only a server that the person may see, and only as long as he may', async () => {
  const [seen, unseen] = [await hub.enrol('watch-4'), await hub.enrol('watch-5')];
  const { systemId } = await hub.place([seen.serverId], 'watched');
  await hub.place([unseen.serverId], 'unwatched');
  await hub.grant('operator', { kind: 'system', systemId });
  const [page, blind] = [await open('operator'), await open('operator')];
  blind.emit('server.watched', { serverId: unseen.serverId });
  page.emit('server.watched', { serverId: seen.serverId });
  await isAsked('the one he sees is asked', seen);
  expect(await hintOf(unseen)).toBeUndefined();
  const { items } = await hub.get<AccountsResponse>('/api/v1/accounts');
  const account = items.find(({ username }) => username === 'operator')!;
  for (const { id } of account.grants)
    await hub.admin('DELETE', `/api/v1/accounts/${account.id}/grants/${id}`);
  await isLeftAlone('it ends with his right to see it', seen);
});

it('a real agent samples every two seconds while its page is open, and every ten again soon after', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-watch-'));
  const { token } = await hub.admin<EnrolmentTokenResponse>('POST', '/api/v1/servers/enrolment-tokens');
  const agent = await BuiltAgent.enrol(folder, hub.url, token);
  try {
    agent.start();
    const mine = async () => {
      const { items } = await hub.get<ServersResponse>('/api/v1/servers');
      return items.find(({ hostname, name }) => (hostname ?? name) === os.hostname());
    };
    const { id } = await until('its first sample', async () => {
      const server = await mine();
      return server?.latest ? server : undefined;
    });
    /** Moments of its samples, in milliseconds. */
    const moments = async () =>
      (
        await hub.sql<{ observed_at: Date }>(
          'SELECT observed_at FROM sample_recent WHERE server_id = $1 ORDER BY observed_at',
          [id],
        )
      ).map((row) => row.observed_at.getTime());
    /** The last so many distances between samples, in whole seconds. */
    const distances = async (count: number) => {
      const found = await moments();
      const all = found.slice(1).map((atMs, index) => Math.round((atMs - found[index]!) / 1000));
      return all.slice(-count);
    };
    const page = await open('admin');
    page.emit('server.watched', { serverId: id });
    await until('it samples every two seconds', async () => {
      const last = await distances(3);
      return last.length === 3 && last.every((seconds) => seconds === 2) ? true : undefined;
    });
    page.disconnect();
    await until(
      'it samples every ten seconds again',
      async () => ((await distances(1))[0] === 10 ? true : undefined),
      60_000,
    );
  } finally {
    await agent.signal('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
