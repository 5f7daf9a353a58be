import crypto from 'node:crypto';
import type { NotificationDeliveriesResponse } from '../../libs/contract/src/index.js';
import {
  subjectOf,
  textOfMail,
  type MailReceiver,
  type WebhookReceiver,
} from '../support/message-receivers.js';
import { secondMs, minuteMs, hourMs, NoticeScene } from '../support/notice-scene.js';
import type { TestHub } from '../support/test-hub.js';

const scene = NoticeScene.forFile();
const { listenedTo, subscribe, begin, pass, fateOf } = scene;
let hub: TestHub;
let webhooks: WebhookReceiver;
let mail: MailReceiver;
beforeAll(() => {
  ({ hub, webhooks, mail } = scene);
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
    // Whoever may see the fault need not see the others that the same message tells of.
    expect(items[0]!.text).toBeNull();
    const all = await hub.get<NotificationDeliveriesResponse>('/api/v1/notification-deliveries');
    expect(all.items.find(({ id }) => id === items[0]!.id)!.text).toBe(payloads()[0]!.text);
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
