import { totpCode, totpStep } from '../../apps/server/src/accounts/totp.js';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import type {
  Account,
  AuditResponse,
  CreatedApiToken,
  ErrorBody,
  InvitationResponse,
  RecoveryCodes,
  Session,
  SessionsResponse,
  TotpSetup,
} from '../../libs/contract/src/index.js';
import { rawRequest } from '../support/raw-request.js';
import { adminPassword, TestHub } from '../support/test-hub.js';

let hub: TestHub;
let number = 0;
let username: string;
let account: Account;

const minuteMs = 60_000;
const password = 'a-quite-long-secret';

beforeEach(async () => {
  hub = await TestHub.start();
  username = `person-${++number}`;
  account = await hub.admin<Account>('POST', '/api/v1/accounts', {
    username,
    displayName: '张三',
    role: 'operator',
    organizationId: null,
  });
});
afterEach(() => hub.stop());

const logIn = (name: string, secret: string, secondFactor?: string) =>
  hub.request('POST', '/api/v1/session', { username: name, password: secret, secondFactor });
const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;
const codeOf = async (response: Response) => ({
  status: response.status,
  code: ((await response.json()) as ErrorBody).code,
});
const invite = () => hub.admin<InvitationResponse>('POST', `/api/v1/accounts/${account.id}/invitation`);
const accept = (token: string, chosen = password) =>
  hub.request('POST', '/api/v1/invitations', { token, password: chosen });
/** The cookie of the person, once the invitation is accepted. */
async function join(): Promise<string> {
  expect((await accept((await invite()).token)).status).toBe(204);
  return cookieOf(await logIn(username, password));
}

describe('an invitation', () => {
  it('lets its person choose a password, once', async () => {
    expect(account.isInvited).toBe(true);
    const { token } = await invite();
    expect((await accept(token)).status).toBe(204);
    expect(await codeOf(await accept(token))).toEqual({ status: 400, code: 'invitation_invalid' });
    expect((await logIn(username, password)).status).toBe(200);
    expect(await hub.get<Account>(`/api/v1/accounts/${account.id}`)).toMatchObject({ isInvited: false });
  });

  it('tells whom it is for while it is good, and of no other more than accepting tells', async () => {
    const person = (token: string) => hub.request('POST', '/api/v1/invitations/person', { token });
    const gone = { status: 400, code: 'invitation_invalid' };
    const { token } = await invite();
    const told = await person(token);
    expect(told.status).toBe(200);
    expect(await told.json()).toEqual({ username, displayName: account.displayName });
    await accept(token);
    expect(await codeOf(await person(token))).toEqual(gone);
    expect(await codeOf(await person('never-made'))).toEqual(gone);
    const late = await invite();
    hub.clock.advance(72 * 60 * minuteMs + 1);
    expect(await codeOf(await person(late.token))).toEqual(gone);
    const ofDisabled = await invite();
    await hub.admin('PATCH', `/api/v1/accounts/${account.id}`, { isDisabled: true });
    expect(await codeOf(await person(ofDisabled.token))).toEqual(gone);
  });

  it('is good for 72 hours, and until the next one', async () => {
    const first = await invite();
    const second = await invite();
    expect((await accept(first.token)).status).toBe(400);
    hub.clock.advance(72 * 60 * minuteMs + 1);
    expect((await accept(second.token)).status).toBe(400);
  });

  it.each([
    ['too short', 'short-secret'.slice(0, 11), 'invalid_request'],
    ['too common', 'Password-1234', 'password_refused'],
    ['one character', 'aaaaaaaaaaaaaaaa', 'password_refused'],
    ['with the user name', () => `is ${username} enough`, 'password_refused'],
  ])('is not used up by a password that is %s', async (_, chosen, code) => {
    const { token } = await invite();
    const refused = await accept(token, typeof chosen === 'string' ? chosen : chosen());
    expect(await codeOf(refused)).toEqual({ status: 400, code });
    expect((await accept(token)).status).toBe(204);
  });
});

it('none of the last five passwords is chosen again', async () => {
  const cookie = await join();
  const change = (currentPassword: string, newPassword: string) =>
    hub.request('PUT', '/api/v1/session/password', { currentPassword, newPassword }, { cookie });
  const later = [1, 2, 3, 4, 5].map((index) => `another-secret-${index}`);
  expect(await codeOf(await change(password, password))).toMatchObject({ code: 'password_refused' });
  for (const [index, one] of later.entries()) {
    hub.clock.advance(1000);
    expect((await change(later[index - 1] ?? password, one)).status).toBe(204);
  }
  expect(await codeOf(await change(later[4]!, later[0]!))).toMatchObject({ code: 'password_refused' });
  expect((await change(later[4]!, password)).status).toBe(204);
});

describe('five wrong passwords', () => {
  it.each([
    ['of somebody', () => username],
    ['of nobody', () => 'no-such-person'],
  ])('%s lock the name for fifteen minutes', async (_, name) => {
    await join();
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await codeOf(await logIn(name(), 'wrong'))).toEqual({ status: 401, code: 'wrong_credentials' });
    }
    const locked = await logIn(name(), password);
    expect(locked.headers.get('retry-after')).toBeTruthy();
    expect(await codeOf(locked)).toEqual({ status: 429, code: 'account_locked' });
    expect((await logIn('admin', adminPassword)).status).toBe(200);
    hub.clock.advance(15 * minuteMs + 1);
    const again = await logIn(name(), password);
    expect(again.status).toBe(name() === username ? 200 : 401);
  });

  it('are counted also when they come all at once', async () => {
    await join();
    const answers = await Promise.all(Array.from({ length: 12 }, () => logIn(username, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });
});

it('twenty wrong passwords from one address, of any names, lock that address for fifteen minutes', async () => {
  for (let attempt = 0; attempt < 20; attempt++) {
    expect((await logIn(`no-such-person-${attempt}`, 'wrong')).status).toBe(401);
  }
  // Each hub slows an address down by itself first; the lock is known to all of them.
  const other = await hub.another();
  try {
    const attempt = (localAddress: string) =>
      rawRequest(other.url, '/api/v1/session', {
        method: 'POST',
        body: { username: 'admin', password: adminPassword },
        localAddress,
      });
    const locked = await attempt('127.0.0.1');
    expect({ status: locked.status, code: (JSON.parse(locked.text) as { code: string }).code }).toEqual({
      status: 429,
      code: 'account_locked',
    });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(14 * 60);
    expect((await attempt('127.0.0.15')).status).toBe(200);
    hub.clock.advance(15 * minuteMs + 1);
    expect((await attempt('127.0.0.1')).status).toBe(200);
  } finally {
    await other.stop();
  }
});

it('disabling ends logins and tokens at once', async () => {
  const cookie = await join();
  const created = await hub.request(
    'POST',
    '/api/v1/session/tokens',
    { name: 'script', expiresInDays: 1 },
    { cookie },
  );
  const { token } = (await created.json()) as CreatedApiToken;
  const read = (headers: Record<string, string>) => hub.request('GET', '/api/v1/servers', undefined, headers);
  const bearer = { authorization: `Bearer ${token}` };
  expect([(await read({ cookie })).status, (await read(bearer)).status]).toEqual([200, 200]);
  await hub.admin('PATCH', `/api/v1/accounts/${account.id}`, { isDisabled: true });
  expect([(await read({ cookie })).status, (await read(bearer)).status]).toEqual([401, 401]);
  expect(await codeOf(await logIn(username, password))).toMatchObject({ code: 'wrong_credentials' });
});

it('the last administrator stays', async () => {
  const { items } = await hub.get<{ items: Account[] }>('/api/v1/accounts');
  const admin = items.find(({ role }) => role === 'admin')!;
  for (const change of [{ isDisabled: true }, { role: 'owner' }]) {
    const response = await hub.as('admin', 'PATCH', `/api/v1/accounts/${admin.id}`, change);
    expect(await codeOf(response)).toEqual({ status: 409, code: 'last_administrator' });
  }
});

it('a generated password manages no accounts until it is replaced', async () => {
  await hub.app.get(AccountsService).create({
    username: 'fresh',
    displayName: 'fresh',
    role: 'admin',
    password,
    mustChangePassword: true,
  });
  const response = await logIn('fresh', password);
  const cookie = cookieOf(response);
  expect((await response.json()) as Session).toMatchObject({ mustChangePassword: true });
  const list = () => hub.request('GET', '/api/v1/accounts', undefined, { cookie });
  expect(await codeOf(await list())).toEqual({ status: 403, code: 'password_change_required' });
  expect((await hub.request('GET', '/api/v1/servers', undefined, { cookie })).status).toBe(200);
  const body = { currentPassword: password, newPassword: 'a-secret-of-my-own' };
  expect((await hub.request('PUT', '/api/v1/session/password', body, { cookie })).status).toBe(204);
  expect((await list()).status).toBe(200);
});

it('logins are listed with their place, and revoked one by one', async () => {
  const mine = await join();
  const other = cookieOf(await logIn(username, password));
  const sessions = async () =>
    (
      (await (
        await hub.request('GET', '/api/v1/session/sessions', undefined, { cookie: mine })
      ).json()) as SessionsResponse
    ).items;
  const found = await sessions();
  expect(found.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
  expect(found[0]).toMatchObject({ address: '127.0.0.1' });
  const { id } = found.find(({ isCurrent }) => !isCurrent)!;
  const ended = await hub.request('DELETE', `/api/v1/session/sessions/${id}`, {}, { cookie: mine });
  expect(ended.status).toBe(204);
  const read = await hub.request('GET', '/api/v1/servers', undefined, { cookie: other });
  expect(read.status).toBe(401);
  expect(await sessions()).toHaveLength(1);
  await hub.request('DELETE', '/api/v1/session', undefined, { cookie: mine });
  // Who is logged out already has nothing to end.
  await hub.request('DELETE', '/api/v1/session', undefined, { cookie: mine });
  const { items } = await hub.get<AuditResponse>('/api/v1/audit?action=session');
  const by = { actorName: username, address: '127.0.0.1', targetKind: 'session', targetName: username };
  const ends = items.filter(({ action }) => /logout|revoke/.test(action));
  expect(ends).toMatchObject([
    { ...by, action: 'session.logout', targetId: found.find(({ isCurrent }) => isCurrent)!.id },
    { ...by, action: 'session.revoke', targetId: id, before: { address: '127.0.0.1' } },
  ]);
});

it('a second factor is asked for once it is confirmed, and each code is good for one login', async () => {
  const cookie = await join();
  const setUp = await hub.request('POST', '/api/v1/session/totp', {}, { cookie });
  const { secret } = (await setUp.json()) as TotpSetup;
  expect((await logIn(username, password)).status).toBe(200);
  const code = () => totpCode(secret, totpStep(hub.clock.nowMs()));
  const confirmed = await hub.request('PUT', '/api/v1/session/totp', { code: code() }, { cookie });
  const { recoveryCodes } = (await confirmed.json()) as RecoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);

  expect(await codeOf(await logIn(username, password))).toMatchObject({ code: 'second_factor_required' });
  hub.clock.advance(60_000);
  const used = code();
  expect((await logIn(username, password, used)).status).toBe(200);
  expect(await codeOf(await logIn(username, password, used))).toMatchObject({ code: 'second_factor_wrong' });
  expect((await logIn(username, password, recoveryCodes[0])).status).toBe(200);
  expect((await logIn(username, password, recoveryCodes[0])).status).toBe(401);
});

it('codes are those of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect([59, 1111111109, 2000000000].map((second) => totpCode(secret, totpStep(second * 1000)))).toEqual([
    '287082',
    '081804',
    '279037',
  ]);
});

it('a token reads as its owner, writes only if made to, manages no accounts and expires', async () => {
  const create = async (canWrite: boolean) =>
    (await hub.admin<CreatedApiToken>('POST', '/api/v1/session/tokens', {
      name: 'script',
      canWrite,
      expiresInDays: 2,
    })) satisfies CreatedApiToken;
  const [reader, writer] = [await create(false), await create(true)];
  const as = async (token: string, method: string, path: string, body?: unknown) =>
    (await hub.request(method, path, body, { authorization: `Bearer ${token}` })).status;
  const organization = (name: string) => ({ name, kind: 'vendor' });
  expect(reader.token).toMatch(/^ogt_/);
  expect(await as(reader.token, 'GET', '/api/v1/servers')).toBe(200);
  expect(await as(reader.token, 'POST', '/api/v1/organizations', organization('甲'))).toBe(403);
  expect(await as(writer.token, 'POST', '/api/v1/organizations', organization('乙'))).toBe(201);
  for (const path of ['/api/v1/accounts', '/api/v1/session/tokens', '/api/v1/session/sessions']) {
    expect({ path, status: await as(writer.token, 'GET', path) }).toEqual({ path, status: 403 });
  }
  hub.clock.advance(2 * 1440 * minuteMs + 1);
  expect(await as(reader.token, 'GET', '/api/v1/servers')).toBe(401);
});

it('no secret stands in the audit log or in the answers', async () => {
  const { token } = await invite();
  await accept(token);
  await logIn(username, 'wrong-secret-typed');
  const audit = await (await hub.as('admin', 'GET', '/api/v1/audit?limit=500')).text();
  expect(audit).toContain('account.accept-invitation');
  expect(audit).toContain('session.login-failed');
  for (const secret of [token, password, 'wrong-secret-typed']) expect(audit).not.toContain(secret);
});
