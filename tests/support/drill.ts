import path from 'node:path';
import {
  noPromises,
  availabilityResponseSchema,
  faultsResponseSchema,
  notificationPayloadSchema,
  type AvailabilityResponse,
  type Fault,
  type NotificationPayload,
} from '../../libs/contract/src/index.js';
import { Api } from './browser-api.js';
import { BuiltAgent } from './built-agent.js';
import { HubFolder, type BuiltHub } from './built-hub.js';
import { freePort } from './free-port.js';
import { MailReceiver, textOfMail, WebhookReceiver } from './message-receivers.js';
import { TcpProxy } from './tcp-proxy.js';
import { until } from './until.js';

const password = 'a-password-for-tests';
const everyKind = ['began', 'reopened', 'recovered'];

/** A machine of the drill, with its agent in a process of its own. */
export interface Machine {
  readonly name: string;
  readonly agent: BuiltAgent;
  readonly systemId: string;
}

/** A time between two samples of a machine, by the machine's own clock. */
export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The built hub, agents as processes, a way between that can be cut, and real receivers of messages. */
export class Drill {
  readonly folder = new HubFolder();
  readonly machines: Machine[] = [];
  private readonly environment: Record<string, string>;

  private constructor(
    private readonly port: number,
    readonly webhooks: WebhookReceiver,
    readonly mail: MailReceiver,
    readonly proxy: TcpProxy,
    readonly api: Api,
  ) {
    this.environment = { OPSGAUGE_ADMIN_PASSWORD: password, OPSGAUGE_PORT: String(port) };
  }

  private hub!: BuiltHub;

  static async start(): Promise<Drill> {
    const port = await freePort();
    const drill = new Drill(
      port,
      await WebhookReceiver.start(),
      await MailReceiver.start(),
      await TcpProxy.to(port),
      new Api(`http://127.0.0.1:${port}`, password),
    );
    try {
      await drill.startHub();
      await drill.listen();
    } catch (error) {
      await drill.stop();
      throw error;
    }
    return drill;
  }

  async startHub(): Promise<void> {
    this.hub = this.folder.spawn(this.environment);
    await this.hub.ready();
  }

  stopHub(): Promise<unknown> {
    return this.hub.signal('SIGTERM');
  }

  async stop(): Promise<void> {
    for (const { agent } of this.machines) {
      agent.thaw();
      await agent.signal('SIGKILL');
    }
    await this.folder.remove();
    await this.proxy.cut();
    await this.webhooks.goAway();
    await this.mail.stop();
  }

  /** A machine that reports every second, in a system of its own. */
  async add(
    name: string,
    way: { readonly isProxied?: boolean; readonly boot?: string } = {},
  ): Promise<Machine> {
    const { token } = await this.api.send<{ token: string }>('POST', '/api/v1/servers/enrolment-tokens');
    const hub = `http://127.0.0.1:${way.isProxied ? this.proxy.port : this.port}`;
    const agent = await BuiltAgent.enrol(path.join(this.folder.path, `agent-${name}`), hub, token);
    agent.sampleEverySecond();
    await this.api.send('PATCH', `/api/v1/servers/${agent.serverId}`, { name, isApproved: true });
    const machine = { name, agent, systemId: await this.place(name, agent.serverId) };
    agent.start(way.boot);
    this.machines.push(machine);
    await until(`${name} reports`, async () => (await this.samples(machine)).length > 3, 60_000);
    return machine;
  }

  /** When samples of a machine were taken, in order. */
  async samples({ agent }: Machine): Promise<number[]> {
    const rows = await this.folder.sql<{ at: Date }>(
      'SELECT observed_at AS at FROM sample_recent WHERE server_id = $1 ORDER BY observed_at',
      [agent.serverId],
    );
    return rows.map(({ at }) => at.getTime());
  }

  /** The longest time between two samples of a machine since a moment. */
  async longestGap(machine: Machine, sinceMs: number): Promise<Gap> {
    const taken = (await this.samples(machine)).filter((ms) => ms >= sinceMs);
    const gaps = taken.slice(1).map((toMs, index) => ({ fromMs: taken[index]!, toMs }));
    return gaps.reduce((longest, gap) =>
      gap.toMs - gap.fromMs > longest.toMs - longest.fromMs ? gap : longest,
    );
  }

  async availability({ agent }: Machine, fromMs: number, toMs = Date.now()): Promise<AvailabilityResponse> {
    const query = new URLSearchParams({
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
    });
    return availabilityResponseSchema.parse(
      await this.api.send('GET', `/api/v1/servers/${agent.serverId}/availability?${query}`),
    );
  }

  async faults({ systemId }: Machine): Promise<Fault[]> {
    return faultsResponseSchema.parse(await this.api.send('GET', `/api/v1/faults?systemId=${systemId}`))
      .items;
  }

  /** What was told of a machine's system by the webhook, as often as it was. */
  toldByWebhook({ name }: Machine): string[] {
    return this.webhooks.taken
      .map(({ body }): NotificationPayload => notificationPayloadSchema.parse(JSON.parse(body)))
      .flatMap(({ notices }) => notices)
      .filter(({ systemName }) => systemName === name)
      .map(({ kind }) => kind);
  }

  /** The texts of the mails that name a machine's system. */
  mailsOf({ name }: Machine): string[] {
    return this.mail.taken.map(textOfMail).filter((text) => text.includes(name));
  }

  /** A system in service since yesterday, with one server. @returns its id */
  private async place(name: string, serverId: string): Promise<string> {
    const { id: projectId } = await this.api.send<{ id: string }>('POST', '/api/v1/projects', {
      name: `project of ${name}`,
      ownerOrganizationId: null,
      evaluatorOrganizationId: null,
    });
    const { id } = await this.api.send<{ id: string }>('POST', '/api/v1/systems', {
      projectId,
      name,
      shortName: name,
    });
    await this.api.send('PUT', `/api/v1/systems/${id}/components`, {
      components: [{ serverId, dependence: 'critical' }],
      groups: [],
    });
    await this.api.send('POST', '/api/v1/contracts', {
      systemId: id,
      vendorOrganizationId: null,
      number: `contract of ${name}`,
      serviceFrom: new Date(Date.now() - 86_400_000).toISOString(),
      serviceTo: null,
      serviceCalendar: null,
      promises: noPromises,
    });
    return id;
  }

  /** Everybody hears of everything, by mail and by webhook. */
  private async listen(): Promise<void> {
    await this.api.send('PUT', '/api/v1/notification-mail-server', {
      host: '127.0.0.1',
      port: this.mail.port,
      security: 'none',
      username: null,
      fromAddress: 'opsgauge@example.gov.cn',
      fromName: '运衡',
    });
    const channels = [
      { kind: 'json', url: this.webhooks.url('/drill'), addresses: [] },
      { kind: 'mail', addresses: ['duty@example.gov.cn'] },
    ];
    for (const channel of channels) {
      const { id: channelId } = await this.api.send<{ id: string }>('POST', '/api/v1/notification-channels', {
        name: channel.kind,
        organizationId: null,
        language: 'zh-CN',
        isEnabled: true,
        ...channel,
      });
      await this.api.send('POST', '/api/v1/notification-subscriptions', {
        organizationId: null,
        systemId: null,
        leastSeverity: 'minor',
        kinds: everyKind,
        channelId,
      });
    }
  }
}
