import { AgentCredentialsService } from '../../apps/server/src/accounts/agent-credentials.service.js';
import { errorBodySchema, sessionSchema, type Session } from '../../libs/contract/src/index.js';
import { adminPassword, sampleAt, TestHub } from '../support/test-hub.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let hub: TestHub;

beforeEach(async () => {
  hub = await TestHub.start();
});
afterEach(() => hub.stop());

const logIn = (username: string, password: string) =>
  hub.request('POST', '/api/v1/session', { username, password });
const cookieOf = async (response: Response): Promise<string> =>
  response.headers.get('set-cookie')!.split(';')[0]!;
const whoIs = async (cookie: string): Promise<Session['user']> =>
  sessionSchema.parse(await (await hub.request('GET', '/api/v1/session', undefined, { cookie })).json()).user;
const codeOf = async (response: Response): Promise<string> =>
  `${response.status} ${errorBodySchema.parse(await response.json()).code}`;

describe('logging in', () => {
  it('with the right password tells who one is, and sets a cookie no script and no other site can use', async () => {
    const response = await logIn('admin', adminPassword);
    expect(response.status).toBe(200);
    expect(sessionSchema.parse(await response.clone().json()).user).toMatchObject({
      username: 'admin',
      role: 'admin',
    });
    const [pair, ...flags] = response.headers.get('set-cookie')!.split('; ');
    expect(pair).toMatch(/^opsgauge_session=[\w-]{43,}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Strict']);
    expect(await whoIs(pair!)).toMatchObject({ username: 'admin' });
  });

  it('answers a wrong password and an unknown name alike, and sets nothing', async () => {
    const wrong = await logIn('admin', 'not-the-password');
    const unknown = await logIn('nobody', 'not-the-password');
    for (const response of [wrong, unknown]) expect(response.headers.get('set-cookie')).toBeNull();
    const bodies = await Promise.all([wrong, unknown].map((response) => response.json() as Promise<object>));
    const [first, second] = bodies.map((body) => ({ ...body, correlationId: '' }));
    expect(first).toEqual(second);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
  });

  it('does as much work for an unknown name as for a known one', async () => {
    /** CPU of this process, in which the hub is: what others do to the clock does not count. */
    const leastWorkMs = async (username: string): Promise<number> => {
      const works: number[] = [];
      // Fewer than lock a name, which is answered without any work.
      for (let attempt = 0; attempt < 4; attempt++) {
        const before = process.cpuUsage();
        expect(await codeOf(await logIn(username, 'not-the-password'))).toBe('401 wrong_credentials');
        const { user, system } = process.cpuUsage(before);
        works.push((user + system) / 1000);
      }
      return Math.min(...works);
    };
    const known = await leastWorkMs('admin');
    const unknown = await leastWorkMs('nobody');
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it.each([
    ['no password', { username: 'admin' }, 'password'],
    ['an empty name', { username: ' ', password: 'x' }, 'username'],
    ['an object for a password', { username: 'admin', password: { $ne: null } }, 'password'],
  ])('refuses %s', async (_, body, field) => {
    const response = await hub.request('POST', '/api/v1/session', body);
    expect(response.status).toBe(400);
    expect(errorBodySchema.parse(await response.json())).toMatchObject({ code: 'invalid_request', field });
  });
});

describe('a session', () => {
  it('ends with logging out, at every hub, and only that one', async () => {
    const [one, other] = await Promise.all([
      logIn('admin', adminPassword).then(cookieOf),
      logIn('admin', adminPassword).then(cookieOf),
    ]);
    const response = await hub.request('DELETE', '/api/v1/session', undefined, { cookie: one });
    expect(response.headers.get('set-cookie')).toMatch(/^opsgauge_session=; .*Max-Age=0/);
    expect(await whoIs(one)).toBeNull();
    expect((await hub.request('GET', '/api/v1/servers', undefined, { cookie: one })).status).toBe(401);
    expect(await whoIs(other)).not.toBeNull();
  });

  it('ends after twelve hours without use', async () => {
    const cookie = await logIn('admin', adminPassword).then(cookieOf);
    for (let use = 0; use < 3; use++) {
      hub.clock.advance(11 * hourMs);
      expect(await whoIs(cookie)).not.toBeNull();
    }
    hub.clock.advance(12 * hourMs + minuteMs);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('ends after seven days however much it is used', async () => {
    const cookie = await logIn('admin', adminPassword).then(cookieOf);
    for (let elapsedMs = 0; elapsedMs < 7 * dayMs - 10 * hourMs; elapsedMs += 8 * hourMs) {
      expect(await whoIs(cookie)).not.toBeNull();
      hub.clock.advance(8 * hourMs);
    }
    hub.clock.advance(8 * hourMs);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('is known to the database by its hash only, as credentials and tokens are', async () => {
    const agent = await hub.enrol('web-01');
    const { token } = await hub.app.get(AgentCredentialsService).createToken();
    const cookie = await logIn('admin', adminPassword).then(cookieOf);
    const tables = ['user_account', 'user_session', 'enrolment_token', 'agent_credential'];
    const rows = await Promise.all(
      tables.map((table) => hub.sql(`SELECT row_to_json(one)::text AS row FROM ${table} AS one`)),
    );
    const stored = JSON.stringify(rows.flat());
    for (const secret of [agent.credential, token, cookie.split('=')[1]!, adminPassword]) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    }
  });
});

describe('an enrolment token', () => {
  const enrol = (token: string) =>
    hub.request('POST', '/api/v1/agent/enroll', {
      token,
      hostname: 'web-01',
      platform: 'linux',
      architecture: 'x64',
      agentVersion: '0.1.0',
    });
  const newToken = async (): Promise<string> =>
    (
      (await (await hub.as('admin', 'POST', '/api/v1/servers/enrolment-tokens')).json()) as {
        token: string;
      }
    ).token;

  it('lets one agent in, of many at once', async () => {
    const token = await newToken();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => enrol(token).then(({ status }) => status)),
    );
    expect(answers.sort()).toEqual([201, 401, 401, 401, 401, 401]);
    expect(await codeOf(await enrol(token))).toBe('401 enrolment_token_invalid');
    expect(await hub.sql('SELECT id FROM server')).toHaveLength(1);
  });

  it('is worth nothing after a day, or when it was made up', async () => {
    const token = await newToken();
    hub.clock.advance(dayMs + 1000);
    expect(await codeOf(await enrol(token))).toBe('401 enrolment_token_invalid');
    expect(await codeOf(await enrol('made-up-token'))).toBe('401 enrolment_token_invalid');
    expect(await hub.sql('SELECT id FROM server')).toHaveLength(0);
  });

  it('is left unused by a request that is refused', async () => {
    const token = await newToken();
    expect((await hub.request('POST', '/api/v1/agent/enroll', { token, hostname: '' })).status).toBe(400);
    expect((await enrol(token)).status).toBe(201);
  });

  it('of the hub’s own machine makes one server and one system, of three at once', async () => {
    const tokens = await Promise.all(
      [1, 2, 3].map(() => hub.app.get(AgentCredentialsService).createToken(true)),
    );
    const answers = await Promise.all(tokens.map(({ token }) => enrol(token)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await hub.sql('SELECT id FROM server')).toHaveLength(1);
    expect(await hub.sql('SELECT id FROM system')).toHaveLength(1);
  });
});

it('a revoked credential is refused: at once here, within half a minute at other hubs', async () => {
  const other = await hub.another();
  try {
    const agent = await hub.enrol('web-01');
    const reportTo = async (to: TestHub): Promise<number> => {
      const response = await to.request(
        'POST',
        '/api/v1/agent/reports',
        {
          sentAt: new Date(hub.clock.nowMs()).toISOString(),
          samples: [sampleAt(hub.clock.nowMs(), 1)],
        },
        { authorization: `Bearer ${agent.credential}` },
      );
      return response.status;
    };
    expect([await reportTo(hub), await reportTo(other)]).toEqual([200, 200]);
    await hub.app.get(AgentCredentialsService).revokeAll(agent.serverId);
    expect(await reportTo(hub)).toBe(401);
    hub.clock.advance(30_001);
    expect(await reportTo(other)).toBe(401);
  } finally {
    await other.stop();
  }
});
