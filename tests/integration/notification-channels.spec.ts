import fs from 'node:fs';
import path from 'node:path';
import type {
  DeliveryTrial,
  NotificationChannel,
  NotificationReach,
  OrganizationsResponse,
} from '../../libs/contract/src/index.js';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { MailReceiver, subjectOf, textOfMail, WebhookReceiver } from '../support/message-receivers.js';
import { adminPassword, TestHub } from '../support/test-hub.js';

const secretUrlEnd = 'very-secret-path';
const signatureSecret = 'SEC-very-secret-signature';
const login = { username: 'opsgauge', password: 'very-secret-password' };

let hub: TestHub;
let webhooks: WebhookReceiver;
let mail: MailReceiver;
let vendorId: string;
let otherVendorId: string;

const channel = (changes: object = {}) => ({
  name: '值班群',
  kind: 'json',
  organizationId: null,
  language: 'zh-CN',
  isEnabled: true,
  addresses: [],
  url: webhooks.url(`/${secretUrlEnd}`),
  ...changes,
});
const add = (changes: object = {}) =>
  hub.admin<NotificationChannel>('POST', '/api/v1/notification-channels', channel(changes));
const tryOut = ({ id }: { id: string }) =>
  hub.admin<DeliveryTrial>('POST', `/api/v1/notification-channels/${id}/test`);
const organization = async (name: string) =>
  (await hub.admin<{ id: string }>('POST', '/api/v1/organizations', { name, kind: 'vendor' })).id;
const mailServer = (changes: object = {}) => ({
  host: '127.0.0.1',
  port: mail.port,
  security: 'none',
  ...login,
  fromAddress: 'opsgauge@example.gov.cn',
  fromName: '运衡',
  ...changes,
});

beforeAll(async () => {
  hub = await TestHub.start();
  webhooks = await WebhookReceiver.start();
  mail = await MailReceiver.start(login);
  vendorId = await organization('运维公司');
  otherVendorId = await organization('另一家公司');
  await hub.app.get(AccountsService).create({
    username: 'operator',
    displayName: '周建明',
    role: 'operator',
    organizationId: vendorId,
    password: adminPassword,
  });
});
afterAll(async () => {
  await hub.stop();
  await webhooks.goAway();
  await mail.stop();
});

describe('a mail channel', () => {
  it('says what is missing while there is no mail server', async () => {
    const made = await add({ kind: 'mail', addresses: ['zhang@example.gov.cn'], url: undefined });
    expect((await tryOut(made)).failure?.code).toBe('mail_server_missing');
  });

  it('reaches everybody through the mail server, with a login', async () => {
    await hub.admin('PUT', '/api/v1/notification-mail-server', mailServer());
    const addresses = ['zhang@example.gov.cn', 'li@example.gov.cn'];
    const made = await add({ kind: 'mail', addresses, url: undefined });
    expect((await tryOut(made)).failure).toBeNull();
    const [taken] = mail.taken;
    expect(taken).toMatchObject({ from: 'opsgauge@example.gov.cn', to: addresses });
    expect(subjectOf(taken!)).toBe('【运衡】测试消息');
    expect(textOfMail(taken!)).toContain('收到本消息，说明该通知渠道可以使用。');
  });

  it('tells of an address that nobody knows, and reaches the others', async () => {
    mail.unknown.add('nobody@example.gov.cn');
    const addresses = ['nobody@example.gov.cn', 'li@example.gov.cn'];
    const { failure } = await tryOut(await add({ kind: 'mail', addresses, url: undefined }));
    expect(failure).toEqual({ code: 'mail_rejected', message: '1 of 2 recipients refused' });
    expect(mail.taken.at(-1)!.to).toEqual(['li@example.gov.cn']);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, 'mail_login_failed'],
    ['encryption that the server has not', { security: 'starttls' }, 'mail_encryption_failed'],
    ['a port where nobody listens', { port: 1 }, 'unreachable'],
  ])('tells of %s', async (_, changes, code) => {
    await hub.admin('PUT', '/api/v1/notification-mail-server', mailServer(changes));
    const body = { address: 'zhang@example.gov.cn' };
    const trial = await hub.admin<DeliveryTrial>('POST', '/api/v1/notification-mail-server/test', body);
    expect(trial.failure?.code).toBe(code);
  });

  it('keeps the password where it is not said anew, but for no other server', async () => {
    const { password: _, ...rest } = mailServer();
    await hub.admin('PUT', '/api/v1/notification-mail-server', mailServer());
    await hub.admin('PUT', '/api/v1/notification-mail-server', rest);
    const body = { address: 'zhang@example.gov.cn' };
    const trial = await hub.admin<DeliveryTrial>('POST', '/api/v1/notification-mail-server/test', body);
    expect(trial.failure).toBeNull();
    const elsewhere = await hub.as('admin', 'PUT', '/api/v1/notification-mail-server', {
      ...rest,
      host: 'mail.elsewhere.test',
    });
    expect(await elsewhere.json()).toMatchObject({ code: 'invalid_request', field: 'password' });
  });
});

describe('a webhook', () => {
  it('is sent what its kind documents', async () => {
    webhooks.answers['/wecom'] = { body: '{"errcode":0,"errmsg":"ok"}' };
    const made = await add({ kind: 'wecom', url: webhooks.url('/wecom?key=1'), language: 'en' });
    expect((await tryOut(made)).failure).toBeNull();
    expect(JSON.parse(webhooks.taken.at(-1)!.body)).toMatchObject({
      msgtype: 'markdown',
      markdown: { content: expect.stringContaining('OpsGauge') as string },
    });
  });

  it.each([
    ['does not take it', { body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, 'rejected'],
    ['answers with an error', { status: 500 }, 'http_status'],
    ['sends the hub elsewhere', { status: 302, headers: { location: '/elsewhere' } }, 'redirected'],
    ['answers without end', { body: 'x'.repeat(100_000) }, 'answer_too_large'],
  ])('that %s is told so', async (_, answer, code) => {
    webhooks.answers['/odd'] = answer;
    const made = await add({ kind: 'wecom', url: webhooks.url('/odd') });
    expect((await tryOut(made)).failure?.code).toBe(code);
    expect(webhooks.taken.map(({ path: taken }) => taken)).not.toContain('/elsewhere');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://100.100.100.200/',
  ])('at %s is never called', async (url) =>
    expect((await tryOut(await add({ url }))).failure?.code).toBe('address_refused'),
  );

  it('where nobody listens is told so', async () =>
    expect((await tryOut(await add({ url: 'http://127.0.0.1:1/' }))).failure).toEqual({
      code: 'unreachable',
      message: 'ECONNREFUSED',
    }));
});

describe('secrets', () => {
  it('stay where they are not said anew, and are in no answer, no log and no audit', async () => {
    const lines: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (line: string | Uint8Array) => lines.push(String(line)) > 0;
    const talking = await TestHub.start({
      connection: hub.connection,
      clock: hub.clock,
      environment: { OPSGAUGE_LOG_LEVEL: 'trace' },
    });
    try {
      const made = await talking.admin<NotificationChannel>(
        'POST',
        '/api/v1/notification-channels',
        channel({ signatureSecret }),
      );
      expect(made).toMatchObject({ hint: `127.0.0.1:${webhooks.port}/…path`, hasSignatureSecret: true });
      const { url: _, ...rest } = channel({ name: '新名称' });
      const address = `/api/v1/notification-channels/${made.id}`;
      const changed = await talking.admin('PATCH', address, rest);
      expect(changed).toMatchObject({ name: '新名称', hasSignatureSecret: true });
      await talking.admin('POST', `${address}/test`);
      expect(webhooks.taken.at(-1)).toMatchObject({
        path: `/${secretUrlEnd}`,
        headers: { 'x-opsgauge-signature': expect.stringMatching(/^sha256=/) as string },
      });
      await talking.admin('PUT', '/api/v1/notification-mail-server', mailServer());
      await talking.admin('PATCH', address, channel({ url: 'http://127.0.0.1:1/very-secret-path' }));
      await talking.admin('POST', `${address}/test`);
      const answers = await Promise.all(
        [
          'notification-channels',
          'notification-mail-server',
          'notification-deliveries',
          'audit?limit=500',
        ].map(async (one) => (await talking.as('admin', 'GET', `/api/v1/${one}`)).text()),
      );
      const heads = fs.readFileSync(path.join(talking.dataDirectory, 'audit-heads.txt'), 'utf8');
      expect([...answers, ...lines, heads].filter((text) => text.includes('very-secret'))).toEqual([]);
      expect(lines.length).toBeGreaterThan(0);
    } finally {
      process.stdout.write = write;
      await talking.stop();
    }
  });
});

describe('whose it is', () => {
  it('an operator manages what is the own organization’s, and sees nothing else', async () => {
    const platform = await add();
    const foreign = await add({ organizationId: otherVendorId });
    const own = (await (
      await hub.as('operator', 'POST', '/api/v1/notification-channels', channel({ organizationId: vendorId }))
    ).json()) as NotificationChannel;
    const { items } = (await (
      await hub.as('operator', 'GET', '/api/v1/notification-channels')
    ).json()) as OrganizationsResponse;
    expect(items.map(({ id }) => id)).toEqual([own.id]);
    for (const { id } of [platform, foreign]) {
      const response = await hub.as('operator', 'POST', `/api/v1/notification-channels/${id}/test`);
      expect(response.status).toBe(404);
    }
    for (const organizationId of [null, otherVendorId]) {
      const body = channel({ organizationId });
      const response = await hub.as('operator', 'POST', '/api/v1/notification-channels', body);
      expect(await response.json()).toMatchObject({ code: 'invalid_request', field: 'organizationId' });
    }
  });

  it('a channel that somebody listens by is not deleted', async () => {
    const made = await add();
    const subscription = await hub.admin<{ id: string }>('POST', '/api/v1/notification-subscriptions', {
      organizationId: null,
      systemId: null,
      leastSeverity: 'minor',
      kinds: ['began'],
      channelId: made.id,
    });
    const path = `/api/v1/notification-channels/${made.id}`;
    expect(await (await hub.as('admin', 'DELETE', path)).json()).toMatchObject({ code: 'in_use' });
    await hub.admin('DELETE', `/api/v1/notification-subscriptions/${subscription.id}`);
    await hub.admin('DELETE', path);
  });
});

describe('who would be told', () => {
  const reach = () => hub.get<NotificationReach>('/api/v1/notification-subscriptions/reach');

  it('is nobody until somebody listens by a channel that is on', async () => {
    const { systemId } = await hub.place([], '门户网站', { vendor: vendorId });
    expect(await reach()).toMatchObject({ silentSystems: [{ id: systemId }], systemsTotal: 1 });
    const made = await add({ organizationId: vendorId, isEnabled: false });
    await hub.admin('POST', '/api/v1/notification-subscriptions', {
      organizationId: vendorId,
      systemId: null,
      leastSeverity: 'serious',
      kinds: ['began'],
      channelId: made.id,
    });
    expect((await reach()).silentSystems).toHaveLength(1);
    await hub.admin(
      'PATCH',
      `/api/v1/notification-channels/${made.id}`,
      channel({ organizationId: vendorId }),
    );
    expect((await reach()).silentSystems).toEqual([]);
  });

  it('is whoever is on duty now, where they can be reached', async () => {
    const { systemId } = await hub.place([], '数据中心', { vendor: otherVendorId });
    const silent = async () => (await reach()).silentSystems.some(({ id }) => id === systemId);
    await hub.admin('POST', '/api/v1/notification-subscriptions', {
      organizationId: null,
      systemId,
      leastSeverity: 'serious',
      kinds: ['began'],
      channelId: null,
    });
    expect(await silent()).toBe(true);
    const hourMs = 3_600_000;
    const shift = (fromHours: number) => ({
      target: { kind: 'system', systemId },
      personName: '张三',
      phone: null,
      mailAddress: 'zhang@example.gov.cn',
      channelId: null,
      language: 'zh-CN',
      from: new Date(hub.clock.nowMs() + fromHours * hourMs).toISOString(),
      to: new Date(hub.clock.nowMs() + (fromHours + 8) * hourMs).toISOString(),
    });
    await hub.admin('POST', '/api/v1/notification-duty-shifts', shift(1));
    expect(await silent()).toBe(true);
    hub.clock.advance(2 * hourMs);
    expect(await silent()).toBe(false);
  });
});
