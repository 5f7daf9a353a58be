import crypto from 'node:crypto';
import type {
  NotificationChannel,
  NotificationDeliveriesResponse,
  NotificationPayload,
} from '../../libs/contract/src/index.js';
import { FaultIntake } from '../../apps/server/src/faults/fault-intake.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { MailReceiver, subjectOf, textOfMail, WebhookReceiver } from '../support/message-receivers.js';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const everyKind = [
  'began',
  'reopened',
  'recovered',
  'responded',
  'requested',
  'decided',
  'amended',
  'responseEscalation',
  'repairEscalation',
];

let hub: TestHub;
let webhooks: WebhookReceiver;
let mail: MailReceiver;
let number = 0;

beforeAll(async () => {
  webhooks = await WebhookReceiver.start();
  mail = await MailReceiver.start();
  hub = await TestHub.start({ environment: { OPSGAUGE_PUBLIC_URL: 'https://hub.example.org' } });
  await hub.admin('PUT', '/api/v1/notification-mail-server', {
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    username: null,
    fromAddress: 'opsgauge@example.gov.cn',
    fromName: '运衡',
  });
});
afterAll(async () => {
  await hub.stop();
  await webhooks.goAway();
  await mail.stop();
});

/** A system somebody listens to, by a channel of its own. */
async function listenedTo(changes: { kinds?: string[]; leastSeverity?: string; language?: string } = {}) {
  const name = `系统 ${++number}`;
  const path = `/hook-${number}`;
  const { systemId } = await hub.place([], name);
  const channel = await hub.admin<NotificationChannel>('POST', '/api/v1/notification-channels', {
    name: `渠道 ${number}`,
    kind: 'json',
    organizationId: null,
    language: changes.language ?? 'zh-CN',
    isEnabled: true,
    addresses: [],
    url: webhooks.url(path),
  });
  await subscribe(systemId, channel.id, changes);
  const payloads = () =>
    webhooks.taken
      .filter((taken) => taken.path === path)
      .map(({ body }) => JSON.parse(body) as NotificationPayload);
  return { name, path, systemId, channel, payloads };
}

const subscribe = (systemId: string, channelId: string | null, changes: object = {}) =>
  hub.admin('POST', '/api/v1/notification-subscriptions', {
    organizationId: null,
    systemId,
    leastSeverity: 'minor',
    kinds: everyKind,
    channelId,
    ...changes,
  });

const titled = (text: string) => ({ code: 'reported', params: { text } });

/** Faults that begin now, in one transaction as the detection has it. */
function begin(systemId: string, keys: readonly string[], text = '主机失联'): Promise<string[]> {
  const nowMs = hub.clock.nowMs();
  return hub.app.get(Database).transaction(async (client) => {
    const ids: string[] = [];
    for (const conditionKey of keys) {
      ids.push(
        await hub.app.get(FaultIntake).began(client, {
          conditionKey,
          systemId,
          serverId: null,
          componentId: null,
          ruleId: null,
          severity: 'serious',
          title: titled(text),
          startAtMs: nowMs,
          detectedAtMs: nowMs,
          evidence: {},
        }),
      );
    }
    return ids;
  });
}
const end = (conditionKey: string) =>
  hub.app
    .get(Database)
    .transaction((client) =>
      hub.app.get(FaultIntake).ended(client, { conditionKey, atMs: hub.clock.nowMs() }),
    );

/** Until every entry of every timeline has been heard of. */
const heard = () =>
  until('the notices', async () => {
    const [left] = await hub.sql<{ count: number }>(
      `SELECT count(*)::int4 FROM pgboss.job WHERE name = 'fault.notice' AND state < 'completed'`,
    );
    return left!.count === 0;
  });

/** Time passes, and everything that falls due is done. */
async function pass(ms: number): Promise<void> {
  await heard();
  hub.clock.advance(ms);
  for (const job of ['escalate-faults', 'compose-messages', 'send-messages'])
    await hub.app.get(Jobs).runNow(job);
}

const fateOf = (faultId: string) =>
  hub.get<NotificationDeliveriesResponse>(`/api/v1/notification-deliveries?faultId=${faultId}`);

describe('a fault', () => {
  it('is told when it begins and when it recovered, with where to look', async () => {
    const { systemId, name, payloads } = await listenedTo();
    const key = crypto.randomUUID();
    const [faultId] = await begin(systemId, [key]);
    await heard();
    expect((await fateOf(faultId!)).waiting).toMatchObject([{ kind: 'began' }]);
    await pass(16 * secondMs);
    expect(payloads()).toMatchObject([
      {
        version: 1,
        kind: 'faults',
        title: '【运衡】故障告警：主机失联',
        text: expect.stringContaining(`系统：${name}\n级别：严重`) as string,
        notices: [
          { kind: 'began', faultId, severity: 'serious', url: `https://hub.example.org/faults/${faultId}` },
        ],
      },
    ]);
    await end(key);
    await pass(91 * secondMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障恢复：主机失联',
    ]);
    const { items, waiting } = await fateOf(faultId!);
    expect(items.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
    ]);
    expect(waiting).toEqual([]);
  });

  it('is told in English where that is asked for', async () => {
    const { systemId, payloads } = await listenedTo({ language: 'en' });
    await begin(systemId, [crypto.randomUUID()], 'Portal down');
    await pass(16 * secondMs);
    expect(payloads()).toMatchObject([
      {
        title: '[OpsGauge] Fault: Portal down',
        text: expect.stringContaining('Severity: serious') as string,
      },
    ]);
  });

  it('below the severity that is listened for is told to nobody', async () => {
    const { systemId, payloads } = await listenedTo({ leastSeverity: 'critical' });
    await begin(systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    expect(payloads()).toEqual([]);
  });

  it('in maintenance is told when the maintenance is over, if it lasts', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began', 'recovered'] });
    await hub.admin('POST', '/api/v1/maintenance-windows', {
      target: { kind: 'system', systemId },
      from: new Date(hub.clock.nowMs()).toISOString(),
      to: new Date(hub.clock.nowMs() + hourMs).toISOString(),
      reason: '升级',
    });
    const [short, long] = [crypto.randomUUID(), crypto.randomUUID()];
    await begin(systemId, [short]);
    await begin(systemId, [long], '服务不可用');
    await pass(20 * minuteMs);
    await end(short);
    await pass(20 * minuteMs);
    expect(payloads()).toEqual([]);
    await pass(21 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual(['【运衡】故障告警：服务不可用']);
  });

  it('in maintenance that ends early is told then, and not before one that was made longer ends', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began'] });
    const maintained = (hours: number) =>
      hub.admin<{ id: string }>('POST', '/api/v1/maintenance-windows', {
        target: { kind: 'system', systemId },
        from: new Date(hub.clock.nowMs()).toISOString(),
        to: new Date(hub.clock.nowMs() + hours * hourMs).toISOString(),
        reason: '升级',
      });
    await maintained(1);
    await begin(systemId, [crypto.randomUUID()]);
    await pass(50 * minuteMs);
    const { id } = await maintained(2);
    await pass(30 * minuteMs);
    expect(payloads()).toEqual([]);
    await hub.admin('DELETE', `/api/v1/maintenance-windows/${id}`);
    await pass(minuteMs);
    expect(payloads()).toHaveLength(1);
  });
});

describe('what somebody changes of a fault', () => {
  const enter = (id: string, entry: object) => hub.admin('POST', `/api/v1/faults/${id}/events`, entry);

  it('is told: its severity, whether it is major, and what it is part of', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['amended'] });
    const [first, second] = await begin(systemId, [crypto.randomUUID(), crypto.randomUUID()]);
    await enter(first!, { action: 'changeSeverity', severity: 'critical', note: '影响扩大' });
    await pass(16 * secondMs);
    await hub.grant('owner', { kind: 'system', systemId });
    const declared = { action: 'declareMajor', isMajor: true, note: '业务中断' };
    expect((await hub.as('owner', 'POST', `/api/v1/faults/${first}/events`, declared)).status).toBe(201);
    await pass(16 * secondMs);
    await enter(second!, { action: 'merge', intoFaultId: first, note: '同一原因' });
    await pass(16 * secondMs);
    const { number: intoNumber } = await hub.get<{ number: string }>(`/api/v1/faults/${first}`);
    expect(payloads().map(({ title }) => title)).toEqual(Array(3).fill('【运衡】故障变更：主机失联'));
    const texts = payloads().map(({ text }) => text);
    expect(texts[0]).toContain('变更内容：级别调整为“重大”\n说明：影响扩大');
    expect(texts[1]).toContain('变更内容：认定为重大故障');
    expect(texts[2]).toContain(`变更内容：并入故障 ${intoNumber}`);
  });

  it('a repair that no machine has seen is no recovery yet', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began', 'amended', 'recovered'] });
    const key = crypto.randomUUID();
    const [id] = await begin(systemId, [key]);
    await pass(16 * secondMs);
    await enter(id!, { action: 'acknowledge' });
    await enter(id!, { action: 'repair', repairedAt: new Date(hub.clock.nowMs()).toISOString() });
    await pass(5 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障变更：主机失联',
    ]);
    expect(payloads()[1]!.text).toContain('监测尚未确认恢复');
    await end(key);
    await pass(2 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障变更：主机失联',
      '【运衡】故障恢复：主机失联',
    ]);
  });

  it('its recovery is told to whoever heard that it began, however small it is by then', async () => {
    const { systemId, payloads } = await listenedTo({
      kinds: ['began', 'recovered'],
      leastSeverity: 'serious',
    });
    const key = crypto.randomUUID();
    const [id] = await begin(systemId, [key]);
    await pass(16 * secondMs);
    await enter(id!, { action: 'changeSeverity', severity: 'minor', note: '影响很小' });
    await end(key);
    await pass(2 * minuteMs);
    expect(payloads().flatMap(({ notices }) => notices.map(({ kind }) => kind))).toEqual([
      'began',
      'recovered',
    ]);
  });
});

it('a beginning that is heard late is heard with what came after it', async () => {
  const { systemId, payloads } = await listenedTo({ kinds: ['began', 'recovered'] });
  const key = crypto.randomUUID();
  const [faultId] = await begin(systemId, [key]);
  await heard();
  // As if the job of the beginning had failed, and came again once that of the recovery was done.
  await hub.sql('DELETE FROM notification_notice WHERE fault_id = $1', [faultId]);
  await end(key);
  await heard();
  const [detected] = await hub.sql<{ id: string }>(
    `SELECT id FROM fault_event WHERE fault_id = $1 AND action = 'detect'`,
    [faultId],
  );
  await hub.app
    .get(Database)
    .transaction((client) =>
      hub.app.get(Jobs).enqueue(client, 'fault.notice', { faultId, eventId: detected!.id, kind: 'detect' }),
    );
  await pass(2 * minuteMs);
  expect(payloads().flatMap(({ notices }) => notices.map(({ kind }) => kind))).toEqual([
    'began',
    'recovered',
  ]);
});

it('nobody answers: told at half of the limit and at all of it, once each', async () => {
  const { systemId, payloads } = await listenedTo({ kinds: ['responseEscalation'] });
  await begin(systemId, [crypto.randomUUID()]);
  await pass(14 * minuteMs);
  expect(payloads()).toEqual([]);
  await pass(2 * minuteMs);
  await pass(minuteMs);
  expect(payloads()).toHaveLength(1);
  expect(payloads()[0]!.text).toContain('时限：30分');
  await pass(15 * minuteMs);
  await pass(minuteMs);
  await pass(hourMs);
  expect(payloads().map(({ title }) => title)).toEqual(Array(2).fill('【运衡】响应时限提醒：主机失联'));
});

describe('a receiver', () => {
  it('that is away misses nothing, and has each message once when it is back', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began'] });
    await webhooks.goAway();
    const [faultId] = await begin(systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    for (let round = 0; round < 4; round++) await pass(5 * minuteMs);
    const away = await fateOf(faultId!);
    expect(away.items).toMatchObject([
      { state: 'retrying', lastFailure: { code: 'unreachable', message: 'ECONNREFUSED' } },
    ]);
    expect(away.items[0]!.attempts).toBeGreaterThan(3);
    await webhooks.comeBack();
    await pass(31 * minuteMs);
    const { items } = await fateOf(faultId!);
    expect(items).toMatchObject([{ state: 'sent', nextAttemptAt: null }]);
    expect(payloads().map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it('that is away with many messages is tried with one of them, and keeps nobody else waiting', async () => {
    const [away, other] = [await listenedTo({ kinds: ['began'] }), await listenedTo({ kinds: ['began'] })];
    await hub.admin('PATCH', `/api/v1/notification-channels/${away.channel.id}`, {
      ...away.channel,
      url: 'http://127.0.0.1:1/',
    });
    await begin(away.systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    await hub.sql(
      `INSERT INTO notification_delivery (id, channel_id, channel_kind, receiver_name, message, state, created_at, next_attempt_at)
       SELECT gen_random_uuid(), channel_id, channel_kind, receiver_name, message, 'pending', created_at, created_at
         FROM notification_delivery, generate_series(1, 600) WHERE channel_id = $1`,
      [away.channel.id],
    );
    await begin(other.systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    expect(other.payloads()).toHaveLength(1);
    const [tried] = await hub.sql<{ count: number }>(
      'SELECT sum(attempts)::int4 AS count FROM notification_delivery WHERE channel_id = $1',
      [away.channel.id],
    );
    expect(tried!.count).toBeLessThanOrEqual(3);
  });

  it('that never comes back is given up after days, and said so', async () => {
    const { systemId, channel } = await listenedTo({ kinds: ['began'] });
    await hub.admin('PATCH', `/api/v1/notification-channels/${channel.id}`, {
      ...channel,
      url: 'http://127.0.0.1:1/',
    });
    const [faultId] = await begin(systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    await pass(4 * 24 * hourMs + hourMs);
    expect((await fateOf(faultId!)).items).toMatchObject([{ state: 'givenUp', nextAttemptAt: null }]);
  });
});

it('whoever is on duty is told by mail', async () => {
  const { systemId } = await hub.place([], '值班系统');
  await subscribe(systemId, null, { kinds: ['began'] });
  await hub.admin('POST', '/api/v1/notification-duty-shifts', {
    target: { kind: 'system', systemId },
    personName: '张三',
    phone: null,
    mailAddress: 'zhang@example.gov.cn',
    channelId: null,
    language: 'zh-CN',
    from: new Date(hub.clock.nowMs() - hourMs).toISOString(),
    to: new Date(hub.clock.nowMs() + hourMs).toISOString(),
  });
  await begin(systemId, [crypto.randomUUID()]);
  await pass(16 * secondMs);
  const taken = mail.taken.filter(({ to }) => to.includes('zhang@example.gov.cn'));
  expect(taken.map(subjectOf)).toEqual(['【运衡】故障告警：主机失联']);
  expect(textOfMail(taken[0]!)).toContain('查看故障：https://hub.example.org/faults/');
  expect(taken[0]!.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@opsgauge>/im);
});
