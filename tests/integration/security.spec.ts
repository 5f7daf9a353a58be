import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  livePath,
  type EnrolmentResponse,
  type EnrolmentTokenResponse,
  type ServersResponse,
} from '../../libs/contract/src/index.js';
import type { RawAnswer, RawRequest } from '../support/raw-request.js';
import { rawRequest } from '../support/raw-request.js';
import { ServedHub } from '../support/served-hub.js';
import { sampleAt } from '../support/test-hub.js';

let hub: ServedHub;
let cookie: string;

beforeAll(async () => {
  hub = await ServedHub.start({});
  cookie = (await hub.logIn()).headers['set-cookie']![0]!.split(';')[0]!;
});
afterAll(() => hub.stop());

const told = ({ status, text }: RawAnswer) => ({ status, code: (JSON.parse(text) as { code: string }).code });
const post = (path: string, options: RawRequest) => hub.request(path, { method: 'POST', ...options });
const newToken = async () =>
  (await hub.admin<EnrolmentTokenResponse>('POST', '/api/v1/servers/enrolment-tokens')).token;
const host = { hostname: 'web-01', platform: 'linux', architecture: 'x64', agentVersion: '0.1.0' };
const enrol = (body: object, localAddress?: string) =>
  post('/api/v1/agent/enroll', { body: { ...host, ...body }, ...(localAddress ? { localAddress } : {}) });

describe('a write with a cookie', () => {
  const tokens = '/api/v1/servers/enrolment-tokens';

  it.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['another site, by its fetch metadata', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring host, by its fetch metadata', { 'sec-fetch-site': 'same-site' }, 403],
    ['a program that keeps cookies', {}, 201],
    ["the hub's own page, by its fetch metadata", { 'sec-fetch-site': 'same-origin' }, 201],
  ])('from %s', async (_, headers, status) => {
    const answer = await post(tokens, { headers: { cookie, ...headers } });
    expect(answer.status).toBe(status);
    if (status === 403) expect(told(answer).code).toBe('origin_not_allowed');
  });

  it("from the hub's own page, by its origin", async () => {
    const headers = { cookie, origin: new URL(hub.url).origin };
    expect((await post(tokens, { headers })).status).toBe(201);
  });

  it('and a login or an enrolment from another site, cookie or not', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const path of ['/api/v1/session', '/api/v1/agent/enroll'])
      expect(told(await post(path, { headers, body: {} }))).toEqual({
        status: 403,
        code: 'origin_not_allowed',
      });
  });
});

describe('the socket', () => {
  const handshake = (transport: string, headers: Record<string, string>) =>
    hub.request(`${livePath}/?EIO=4&transport=${transport}`, { headers: { cookie, ...headers } });
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };

  it.each([
    ['by polling', 'polling', {}, 403],
    // engine.io answers every refused upgrade so.
    ['by an upgrade', 'websocket', upgrade, 400],
  ])('refuses a forged origin %s', async (_, transport, headers, status) => {
    const answer = await handshake(transport, { ...headers, origin: 'https://evil.example' });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('origin_not_allowed');
  });

  it("opens to the hub's own page", async () => {
    expect((await handshake('polling', { origin: new URL(hub.url).origin })).status).toBe(200);
  });
});

describe('guessing', () => {
  const until429 = async (attempt: () => Promise<RawAnswer>) => {
    for (let count = 1; count <= 40; count += 1) {
      const answer = await attempt();
      if (told(answer).code === 'too_many_requests') return { ...answer, count };
      expect([401, 429]).toContain(answer.status);
    }
    throw new Error('40 failures in a row were let through');
  };

  it('passwords is stopped, with the time to wait, for that address alone', async () => {
    const attempt = () =>
      post('/api/v1/session', {
        body: { username: 'admin-2', password: 'wrong-wrong-wrong' },
        localAddress: '127.0.0.11',
      });
    const { status, headers, count } = await until429(attempt);
    expect({ status, count }).toEqual({ status: 429, count: 21 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await hub.logIn()).status).toBe(200);
  });

  it('tokens is stopped, with the time to wait, for that address alone', async () => {
    const { status, headers, count } = await until429(() => enrol({ token: 'guessed-token' }, '127.0.0.12'));
    expect({ status, count }).toEqual({ status: 429, count: 21 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await enrol({ token: await newToken() }, '127.0.0.13')).status).toBe(201);
  });

  it('a replayed token is refused', async () => {
    const token = await newToken();
    expect((await enrol({ token })).status).toBe(201);
    expect(told(await enrol({ token }))).toEqual({ status: 401, code: 'enrolment_token_invalid' });
  });
});

describe('a body', () => {
  const json = { 'content-type': 'application/json' };

  it('of 5 MB, packed into 5 kB, is refused', async () => {
    const body = gzipSync(`"${'x'.repeat(5_000_000)}"`);
    const headers = { ...json, 'content-encoding': 'gzip' };
    expect(told(await post('/api/v1/agent/enroll', { body, headers }))).toEqual({
      status: 413,
      code: 'body_too_large',
    });
  });

  it.each<[string, RawRequest, number, string]>([
    ['that is XML', { body: '<a/>', headers: { 'content-type': 'text/xml' } }, 415, 'unsupported_media_type'],
    ['that is a list', { body: [] }, 400, 'invalid_request'],
    [
      'with a number for a name',
      { body: { ...host, token: 'some-token', hostname: 5 } },
      400,
      'invalid_request',
    ],
    ['with an object for a token', { body: { ...host, token: { $ne: '' } } }, 400, 'invalid_request'],
    ['that is cut off', { body: '{"token": "', headers: json }, 400, 'malformed_json'],
    ['that means to change prototypes', { body: '{"__proto__": {"isLocal": true}}' }, 400, 'malformed_json'],
  ])('%s is refused', async (_, options, status, code) => {
    expect(told(await post('/api/v1/agent/enroll', { ...options, localAddress: '127.0.0.14' }))).toEqual({
      status,
      code,
    });
  });
});

describe('a path that leaves its folder', () => {
  it.each([
    '/agent/../../../../etc/passwd',
    '/agent/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/agent/runtime/..%2f..%2f..%2fetc%2fpasswd',
    '/agent/runtime/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../../../../etc/passwd',
    '/assets/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/..%2f..%2fserver%2fdist%2fmain.js',
  ])('%s is not found', async (path) => {
    const { status, text } = await rawRequest(hub.url, path);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/root:|"dependencies"|NestFactory/);
  });
});

describe('a text that means something elsewhere comes back as it went in', () => {
  it.each([
    ['SQL', `web'); DROP TABLE server; --`],
    ['SQL in quotes', `" OR "1"="1`],
    ['a placeholder', `$1 %s {0} \${7*7}`],
    ['a formula', `=HYPERLINK("http://evil.example","x")`],
    ['a formula by another sign', `@SUM(1+1)*cmd|' /C calc'!A0`],
    ['a script', `<script>alert(1)</script>`],
    ['an image', `"><img src=x onerror=alert(1)>`],
    ['a shell command', '$(touch /tmp/x); `id` && rm -rf /'],
    ['signs that change direction', `web\u202e10-`],
  ])('%s', async (_, text) => {
    const answer = await enrol({ token: await newToken(), hostname: text, operatingSystem: text });
    const { serverId, serverName, credential } = JSON.parse(answer.text) as EnrolmentResponse;
    expect(serverName).toBe(text);
    const face = {
      name: text,
      isUp: true,
      errorsPerSecond: 0,
      dropsPerSecond: 0,
      receiveBytesPerSecond: 1,
      transmitBytesPerSecond: 1,
    };
    const sample = sampleAt(Date.now(), 1, {
      devices: { mounts: [], disks: [], interfaces: [face] },
    } as never);
    const report = await post('/api/v1/agent/reports', {
      headers: { authorization: `Bearer ${credential}` },
      body: { sentAt: new Date().toISOString(), agentVersion: '0.1.0', samples: [sample] },
    });
    expect(report.text).toContain('"accepted"');
    const { items } = await hub.admin<ServersResponse>('GET', '/api/v1/servers');
    const server = items.find(({ id }) => id === serverId)!;
    expect(server).toMatchObject({ name: text, hostname: text, operatingSystem: text });
    expect(server.latest?.devices.interfaces[0]?.name).toBe(text);
  });
});

describe('the address itself', () => {
  it.each([
    ['a browser', 'text/html,application/xhtml+xml'],
    ['curl', '*/*'],
  ])('answers %s with the page', async (_who, accept) => {
    const { status, text } = await hub.request('/', { headers: { accept } });
    expect(status).toBe(200);
    expect(text).toContain('<div id="root">');
  });
  it('does not pass a page off as what a program asked for', async () => {
    expect(told(await hub.request('/no-such-thing', { headers: { accept: '*/*' } }))).toEqual({
      status: 404,
      code: 'not_found',
    });
  });
});

describe('every answer forbids other sites to use it, and scripts but our own', () => {
  it.each([
    ['a page', '/', {}],
    ['an answer of the API', '/api/v1/health', {}],
    ['what is not there', '/no-such-thing', {}],
    [
      'a refusal',
      '/api/v1/session',
      { method: 'POST', body: {}, headers: { origin: 'https://evil.example' } },
    ],
    ['a report without a credential', '/api/v1/agent/reports', { method: 'POST', body: {} }],
  ])('%s', async (_, path, request) => {
    const { headers } = await hub.request(path, request);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self';") as string,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
  });
});
