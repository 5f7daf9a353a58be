import { FaultIntake } from '../../apps/server/src/faults/fault-intake.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import type {
  NotificationChannel,
  NotificationDeliveriesResponse,
  NotificationPayload,
} from '../../libs/contract/src/index.js';
import { noticeKinds } from '../../libs/domain/src/index.js';
import { MailReceiver, WebhookReceiver } from './message-receivers.js';
import { TestHub } from './test-hub.js';
import { until } from './until.js';

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;

/** A system somebody listens to. */
interface ListenedTo {
  readonly name: string;
  /** Of the webhook. */
  readonly path: string;
  readonly systemId: string;
  readonly channel: NotificationChannel;
  /** What the webhook was given. */
  readonly payloads: () => NotificationPayload[];
}

/** A hub whose messages go to a mail server and to webhooks of the test. */
export class NoticeScene {
  hub!: TestHub;
  webhooks!: WebhookReceiver;
  mail!: MailReceiver;
  private number = 0;

  private constructor() {}

  /** Sets the scene for the tests of a file. */
  static forFile(): NoticeScene {
    const scene = new NoticeScene();
    beforeAll(() => scene.start());
    afterAll(async () => {
      await scene.hub.stop();
      await scene.webhooks.goAway();
      await scene.mail.stop();
    });
    return scene;
  }

  /** A system somebody listens to, by a channel of its own. */
  readonly listenedTo = async (
    changes: { kinds?: string[]; leastSeverity?: string; language?: string } = {},
  ): Promise<ListenedTo> => {
    const number = ++this.number;
    const name = `系统 ${number}`;
    const path = `/hook-${number}`;
    const { systemId } = await this.hub.place([], name);
    const channel = await this.hub.admin<NotificationChannel>('POST', '/api/v1/notification-channels', {
      name: `渠道 ${number}`,
      kind: 'json',
      organizationId: null,
      language: changes.language ?? 'zh-CN',
      isEnabled: true,
      addresses: [],
      url: this.webhooks.url(path),
    });
    await this.subscribe(systemId, channel.id, changes);
    const payloads = () =>
      this.webhooks.taken
        .filter((taken) => taken.path === path)
        .map(({ body }) => JSON.parse(body) as NotificationPayload);
    return { name, path, systemId, channel, payloads };
  };

  readonly subscribe = (systemId: string, channelId: string | null, changes: object = {}): Promise<unknown> =>
    this.hub.admin('POST', '/api/v1/notification-subscriptions', {
      organizationId: null,
      systemId,
      leastSeverity: 'minor',
      kinds: noticeKinds,
      channelId,
      ...changes,
    });

  /** Faults that begin now, in one transaction as the detection has it; @returns their ids */
  readonly begin = (systemId: string, keys: readonly string[], text = '主机失联'): Promise<string[]> => {
    const nowMs = this.hub.clock.nowMs();
    return this.hub.app.get(Database).transaction(async (client) => {
      const ids: string[] = [];
      for (const conditionKey of keys) {
        ids.push(
          await this.hub.app.get(FaultIntake).began(client, {
            conditionKey,
            systemId,
            serverId: null,
            componentId: null,
            ruleId: null,
            severity: 'serious',
            title: { code: 'reported', params: { text } },
            startAtMs: nowMs,
            detectedAtMs: nowMs,
            evidence: {},
          }),
        );
      }
      return ids;
    });
  };

  readonly end = (conditionKey: string): Promise<void> =>
    this.hub.app
      .get(Database)
      .transaction((client) =>
        this.hub.app.get(FaultIntake).ended(client, { conditionKey, atMs: this.hub.clock.nowMs() }),
      );

  /** Until every entry of every timeline has been heard of. */
  readonly heard = (): Promise<unknown> =>
    until('the notices', async () => {
      const [left] = await this.hub.sql<{ count: number }>(
        `SELECT count(*)::int4 FROM pgboss.job WHERE name = 'fault.notice' AND state < 'completed'`,
      );
      return left!.count === 0;
    });

  /** Time passes, and everything that falls due is done. */
  readonly pass = async (ms: number): Promise<void> => {
    await this.heard();
    this.hub.clock.advance(ms);
    for (const job of ['escalate-faults', 'compose-messages', 'send-messages'])
      await this.hub.app.get(Jobs).runNow(job);
  };

  readonly fateOf = (faultId: string): Promise<NotificationDeliveriesResponse> =>
    this.hub.get<NotificationDeliveriesResponse>(`/api/v1/notification-deliveries?faultId=${faultId}`);

  private async start(): Promise<void> {
    this.webhooks = await WebhookReceiver.start();
    this.mail = await MailReceiver.start();
    this.hub = await TestHub.start({ environment: { OPSGAUGE_PUBLIC_URL: 'https://hub.example.org' } });
    await this.hub.admin('PUT', '/api/v1/notification-mail-server', {
      host: '127.0.0.1',
      port: this.mail.port,
      security: 'none',
      username: null,
      fromAddress: 'opsgauge@example.gov.cn',
      fromName: '运衡',
    });
  }
}
