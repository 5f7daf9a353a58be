import crypto from 'node:crypto';
import type {
  FaultsResponse,
  NotificationChannel,
  NotificationPayload,
  SampleInput,
} from '../../libs/contract/src/index.js';
import { EventBus } from '../../apps/server/src/platform/event-bus.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { IngestService } from '../../apps/server/src/telemetry/ingest.service.js';
import { lookForFaults } from '../support/look-for-faults.js';
import { WebhookReceiver } from '../support/message-receivers.js';
import { sampleAt, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let webhooks: WebhookReceiver;
/** Second 0 of a test. */
let startMs: number;

beforeEach(async () => {
  webhooks = await WebhookReceiver.start();
  hub = await TestHub.start({ environment: { OPSGAUGE_PUBLIC_URL: 'https://hub.example.org' } });
  startMs = Math.floor(Date.now() / 1000) * 1000 - 7_200_000;
  hub.clock.moveTo(startMs);
  // The hub listened all the time, whatever its own heartbeat wrote while its clock was being moved.
  await hub.sql('DELETE FROM hub_run');
  await hub.sql('INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)', [
    new Date(startMs - 86_400_000),
    new Date(startMs + 86_400_000),
  ]);
  const channel = await hub.admin<NotificationChannel>('POST', '/api/v1/notification-channels', {
    name: '运维群',
    kind: 'json',
    organizationId: null,
    language: 'zh-CN',
    isEnabled: true,
    addresses: [],
    url: webhooks.url('/storm'),
  });
  await hub.admin('POST', '/api/v1/notification-subscriptions', {
    organizationId: null,
    systemId: null,
    leastSeverity: 'minor',
    kinds: ['began', 'reopened', 'recovered'],
    channelId: channel.id,
  });
});
afterEach(async () => {
  await hub.stop();
  await webhooks.goAway();
});

const atMs = (second: number): number => startMs + second * 1000;
const sample = (second: number, changes: Partial<SampleInput> = {}): SampleInput =>
  sampleAt(atMs(second), second, { monotonicMs: 1_000_000 + second * 1000, ...changes });
const messages = () => webhooks.taken.map(({ body }) => JSON.parse(body) as NotificationPayload);
const faults = () => hub.get<FaultsResponse>('/api/v1/faults?limit=200');

/** Looks for faults at this second, and sends what is due by then. */
async function look(second: number): Promise<void> {
  hub.clock.moveTo(atMs(second));
  await lookForFaults(hub);
  await until('the notices', async () => {
    const [left] = await hub.sql<{ count: number }>(
      `SELECT count(*)::int4 FROM pgboss.job WHERE name = 'fault.notice' AND state < 'completed'`,
    );
    return left!.count === 0;
  });
  for (const job of ['compose-messages', 'send-messages']) await hub.app.get(Jobs).runNow(job);
}

it('a host that comes and goes ten times in ten minutes is one fault, and three messages at the most', async () => {
  const agent = await hub.enrol('web-01');
  await hub.place([agent.serverId]);
  for (let change = 0; change < 5; change++) {
    for (let second = change * 120; second <= change * 120 + 60; second += 10) {
      await agent.reportLive([sample(second, { bootId: `boot-${change}` })]);
      await look(second);
    }
    for (const second of [80, 95, 110]) await look(change * 120 + second);
  }
  await agent.reportLive([sample(600, { bootId: 'boot-5' })]);
  await look(600);

  const { items, total } = await faults();
  expect(total).toBe(1);
  expect(items).toMatchObject([{ title: { code: 'host-silent' }, state: 'repaired', flapCount: 10 }]);
  expect(messages().length).toBeGreaterThanOrEqual(1);
  expect(messages().length).toBeLessThanOrEqual(3);

  // Kept still long enough, its end is told, by one message at the most.
  const toldBefore = messages().length;
  for (let minute = 10; minute <= 45; minute++) {
    const seconds = [10, 20, 30, 40, 50, 60].map((second) => minute * 60 + second);
    // Each by itself, so that whoever looks meanwhile never finds it silent.
    await agent.reportLive(seconds.map((second) => sample(second, { bootId: 'boot-5' })));
    await look(seconds.at(-1)! + 5);
  }
  expect(messages().length - toldBefore).toBeLessThanOrEqual(1);
  expect(messages().at(-1)!.notices).toMatchObject([{ kind: 'recovered' }]);
  expect((await faults()).total).toBe(1);
});

describe('a thousand servers that lose their link at once', () => {
  const count = 1000;
  const systemCount = 20;

  /** Servers of twenty systems, approved, as enrolment and placing would leave them. */
  async function manyServers(): Promise<string[]> {
    const ids = Array.from({ length: count }, () => crypto.randomUUID());
    await hub.sql(
      `INSERT INTO server (id, name, hostname, is_local, enrolled_at, approved_at)
       SELECT id, 'host-' || number, 'host-' || number, false, $2, $2
         FROM unnest($1::uuid[]) WITH ORDINALITY AS made (id, number)`,
      [ids, new Date(startMs - 86_400_000)],
    );
    for (let system = 0; system < systemCount; system++) {
      const { systemId } = await hub.place([], `系统 ${system + 1}`);
      await hub.sql(
        `INSERT INTO system_component (id, system_id, server_id, is_critical)
         SELECT gen_random_uuid(), $1, id, true FROM unnest($2::uuid[]) AS id`,
        [systemId, ids.filter((_, index) => index % systemCount === system)],
      );
    }
    hub.app.get(EventBus).emit('servers.changed', { serverIds: ids, systemIds: [] });
    return ids;
  }

  async function report(ids: readonly string[], seconds: readonly number[]): Promise<void> {
    const ingest = hub.app.get(IngestService);
    const sentAt = new Date(atMs(seconds.at(-1)!)).toISOString();
    hub.clock.moveTo(atMs(seconds.at(-1)!));
    const samples = seconds.map((second) => sample(second));
    const answers = await Promise.all(
      ids.map((id) => ingest.accept(id, { sentAt, agentVersion: '0.1.0', samples })),
    );
    expect(answers.flat().every(({ status }) => status === 'accepted')).toBe(true);
  }

  it('are one message, a fault each, and little work', async () => {
    const ids = await manyServers();
    await report(ids, [0, 10, 20, 30]);
    await look(35);
    expect((await faults()).total).toBe(0);

    const before = process.cpuUsage();
    const beganMs = performance.now();
    await look(62);
    await look(90);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `${count} faults: ${((user + system) / 1e6).toFixed(1)} CPU s of the hub, ${((performance.now() - beganMs) / 1000).toFixed(1)} s until told\n`,
    );
    expect((await faults()).total).toBe(count);
    expect(messages()).toHaveLength(1);
    expect(messages()[0]!.noticesTotal).toBe(count);

    const boardMs = performance.now();
    const { items } = await faults();
    process.stdout.write(`the board: ${Math.round(performance.now() - boardMs)} ms\n`);
    expect(items).toHaveLength(200);

    await report(ids, [100, 110, 120]);
    await look(125);
    // Never so long that whoever looks meanwhile finds them silent again.
    for (let second = 140; second <= 220; second += 20) await report(ids, [second - 10, second]);
    await look(230);
    expect((await hub.get<FaultsResponse>('/api/v1/faults?isOver=true')).total).toBe(count);
    expect(messages()).toHaveLength(2);
  });
});
