import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { errorBodySchema, healthSchema, sessionSchema } from '../../libs/contract/src/index.js';
import { HubFolder } from '../support/built-hub.js';
import { killInTurn } from '../support/kill-rounds.js';
import { until } from '../support/until.js';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the hub’s life', () => {
  const folder = new HubFolder();
  let password: string;
  let cookie: string;
  afterAll(() => folder.remove());

  const whoIs = async (url: string) =>
    sessionSchema.parse(await (await fetch(`${url}/api/v1/session`, { headers: { cookie } })).json()).user;

  it('begins with a password that is told once and works', async () => {
    const hub = folder.spawn();
    const ready = await hub.ready();
    expect(ready).toMatchObject({ adminUsername: 'admin', isFirstRun: true, isLocalAgentEnrolled: false });
    expect(ready.firstRunPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    password = ready.firstRunPassword!;
    const response = await post(`${ready.url}/api/v1/session`, { username: 'admin', password });
    expect(response.status).toBe(200);
    cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    const health = healthSchema.parse(await (await fetch(`${ready.url}/api/v1/health`)).json());
    expect(health).toMatchObject({ status: 'ok', database: { isReachable: true, embedded: true } });
    expect(hub.output + hub.errors).not.toContain(password);

    const postgres = folder.postgresPid()!;
    await hub.signal('SIGKILL');
    expect(isAlive(postgres)).toBe(true);
  });

  it('goes on after kill -9 with the same PostgreSQL and everything in it', async () => {
    const postgres = folder.postgresPid();
    expect(postgres).not.toBeNull();
    const hub = folder.spawn();
    const ready = await hub.ready();
    expect(folder.postgresPid()).toBe(postgres);
    expect(ready.isFirstRun).toBe(false);
    expect(ready.firstRunPassword).toBeUndefined();
    expect(await whoIs(ready.url)).toMatchObject({ username: 'admin' });

    process.kill(postgres!, 'SIGKILL');
    await until('the hub without its database, or with the next', () => folder.postgresPid() !== postgres);
    await until('the hub’s return', async () => (await whoIs(ready.url)) !== null, 15_000);
    expect(folder.postgresPid()).not.toBe(postgres);

    const next = folder.postgresPid()!;
    expect(await hub.signal('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(isAlive(next)).toBe(false);
    expect(folder.postgresPid()).toBeNull();
  });

  it.each([
    ['before its database answers', () => folder.postgresPid() !== null],
    [
      'before its database has even a process id',
      () => fs.statSync(path.join(folder.path, 'postgres.log')).mtimeMs > startedMs,
    ],
  ])('ends at a SIGTERM %s, and leaves no process', async (_, isMoment) => {
    startedMs = Date.now();
    const hub = folder.spawn();
    await until('the moment', () => isMoment() || hub.child.exitCode !== null);
    expect(await hub.signal('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(folder.postgresPid()).toBeNull();
  });
  let startedMs: number;

  it('says nothing secret, at the loudest', async () => {
    const hub = folder.spawn({
      OPSGAUGE_LOG_LEVEL: 'trace',
      OPSGAUGE_ADMIN_PASSWORD: 'a-password-for-tests',
    });
    const { url, enrolmentToken } = await hub.ready();
    const enrolled = await post(`${url}/api/v1/agent/enroll`, {
      token: enrolmentToken,
      hostname: 'hub-01',
      platform: 'linux',
      architecture: 'x64',
      agentVersion: '0.1.0',
    });
    const { credential } = (await enrolled.json()) as { credential: string };
    const bearer = { authorization: `Bearer ${credential}` };
    const logIn = await post(`${url}/api/v1/session`, { username: 'admin', password });
    const session = logIn.headers.get('set-cookie')!.split(';')[0]!.split('=')[1]!;
    await post(`${url}/api/v1/session`, { username: 'admin', password: 'wrong-secret-1' });
    await post(`${url}/api/v1/agent/reports`, { token: 'wrong-secret-2' }, bearer);
    await post(`${url}/api/v1/agent/enroll`, { token: enrolmentToken });
    // What fails inside tells most.
    process.kill(folder.postgresPid()!, 'SIGKILL');
    const failing = await Promise.all([
      post(`${url}/api/v1/session`, { username: 'admin', password }),
      post(`${url}/api/v1/agent/reports`, { sentAt: new Date().toISOString(), samples: [] }, bearer),
      fetch(`${url}/api/v1/servers`, { headers: { cookie: `opsgauge_session=${session}` } }),
    ]);
    for (const response of failing.filter(({ status }) => status >= 500)) {
      expect(errorBodySchema.parse(await response.json()).code).toBe('store_unavailable');
    }
    await hub.signal('SIGTERM');
    const told = hub.output + hub.errors;
    const secrets = {
      password,
      session,
      credential,
      enrolmentToken,
      one: 'wrong-secret-1',
      two: 'wrong-secret-2',
    };
    for (const [name, secret] of Object.entries(secrets)) {
      expect({ name, isTold: told.includes(secret!) }).toEqual({ name, isTold: false });
    }
    for (const line of hub.output.split('\n').filter((one) => one !== '')) JSON.parse(line);
  });
});

describe('a hub that cannot start', () => {
  const folder = new HubFolder();
  afterAll(() => folder.remove());

  /** Its exit code and what it says. */
  async function refusal(environment: Record<string, string>) {
    const hub = folder.spawn(environment);
    const { code } = await hub.ended;
    return { code, lines: hub.errors.trimEnd().split('\n') };
  }

  it.each([
    ['OPSGAUGE_PORT', '99999'],
    ['OPSGAUGE_PORT', 'eighty'],
    ['OPSGAUGE_HOST', '203.0.113.7'],
    ['OPSGAUGE_DATABASE_URL', 'mysql://root@localhost/x'],
    ['OPSGAUGE_ADMIN_PASSWORD', 'short'],
    ['OPSGAUGE_ADMIN_PASSWORD', 'password-1234'],
    ['OPSGAUGE_ADMIN_PASSWORD', 'the-administrator'],
    ['OPSGAUGE_TIMEZONE', 'Mars/Olympus'],
    ['OPSGAUGE_LOCAL_AGENT', 'maybe'],
    ['OPSGAUGE_LOG_LEVEL', 'loud'],
    ['OPSGAUGE_TLS_CERT', '/nowhere/hub.pem'],
    ['OPSGAUGE_PUBLIC_URL', 'http://hub.example.org/path'],
    ['OPSGAUGE_TRUSTED_PROXY', 'the proxy'],
  ])('names %s=%s in one line and is not to be started again', async (name, value) => {
    const { code, lines } = await refusal({ [name]: value });
    expect(code).toBe(78);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
  });

  it('names every wrong value at once', async () => {
    const { lines } = await refusal({ OPSGAUGE_PORT: 'x', OPSGAUGE_TIMEZONE: 'y' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/OPSGAUGE_PORT .*OPSGAUGE_TIMEZONE /);
  });

  it('names the port that is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const { code, lines } = await refusal({ OPSGAUGE_PORT: String(port) });
    other.close();
    expect({ code, lines: lines.length }).toEqual({ code: 78, lines: 1 });
    expect(lines[0]).toMatch(new RegExp(`OPSGAUGE_PORT: port ${port} .* is taken`));
  });

  it('names the data folder it cannot write to', async () => {
    const file = path.join(folder.path, 'a-file');
    fs.writeFileSync(file, '');
    const { code, lines } = await refusal({ OPSGAUGE_DATA_DIR: path.join(file, 'data') });
    expect({ code, lines: lines.length }).toEqual({ code: 78, lines: 1 });
    expect(lines[0]).toContain('OPSGAUGE_DATA_DIR');
    expect(lines[0]).toContain(file);
  });

  it('keeps the password of a database it cannot reach to itself', async () => {
    const { code, lines } = await refusal({
      OPSGAUGE_DATABASE_URL: 'postgres://opsgauge:very-secret@127.0.0.1:1/opsgauge',
    });
    expect(code).toBe(78);
    expect(lines.join('\n')).toContain('127.0.0.1:1');
    expect(lines.join('\n')).not.toContain('very-secret');
  });
});

it('no sample is lost or stored twice, whatever is killed, through folding and late merges', async () => {
  const { seqs, epochs, kills, merges } = await killInTurn(3);
  expect(kills).toBe(9);
  expect(merges).toBeGreaterThanOrEqual(3);
  expect(epochs).toBe(1);
  expect(seqs.length).toBeGreaterThan(2 * kills);
  expect(seqs).toEqual(seqs.map((_, index) => index));
});
