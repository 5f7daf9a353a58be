import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type {
  Acknowledgement,
  EnrolmentResponse,
  EnrolmentTokenResponse,
  Role,
  SampleInput,
} from '../../libs/contract/src/index.js';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { AgentCredentialsService } from '../../apps/server/src/accounts/agent-credentials.service.js';
import { createApp } from '../../apps/server/src/create-app.js';
import { Clock } from '../../apps/server/src/platform/clock.js';
import { readConfiguration } from '../../apps/server/src/platform/configuration/configuration.js';
import { cloneDatabase } from './database-cluster.js';

/** The real clock, moved by as much as a test says. */
export class MovableClock extends Clock {
  private aheadMs = 0;

  override nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  advance(ms: number): void {
    this.aheadMs += ms;
  }
}

export const adminPassword = 'administrator-1';

/** A hub in this process on a database of its own, listening on a free port of the loopback. */
export class TestHub {
  readonly clock = new MovableClock();
  private cookies = new Map<string, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly drop: () => Promise<void>,
    clock: MovableClock,
  ) {
    this.clock = clock;
  }

  static async start(): Promise<TestHub> {
    const { connection, drop } = await cloneDatabase();
    const clock = new MovableClock();
    const configuration = readConfiguration({
      OPSGAUGE_LOG_LEVEL: process.env['OPSGAUGE_LOG_LEVEL'] ?? 'silent',
    });
    const app = await createApp({ configuration, connection, clock });
    await app.listen(0, '127.0.0.1');
    const hub = new TestHub(app, await app.getUrl(), drop, clock);
    await app.get(AccountsService).ensureAdmin(adminPassword);
    return hub;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  /** A request as somebody in the role; the account is made when first needed. */
  async as(
    role: Role,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.request(method, path, body, { cookie: await this.cookieOf(role), ...headers });
  }

  /** The answer's JSON, of a request as admin that has to succeed. */
  async get<T>(path: string): Promise<T> {
    const response = await this.as('admin', 'GET', path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  /** Enrols an agent. `isLocal`: as that of the hub's own machine, which makes a project and a system with it. */
  async enrol(hostname: string, isLocal = false): Promise<TestAgent> {
    const token = isLocal
      ? (await this.app.get(AgentCredentialsService).createToken(true)).token
      : (
          (await (
            await this.as('admin', 'POST', '/api/v1/servers/enrolment-tokens')
          ).json()) as EnrolmentTokenResponse
        ).token;
    const response = await this.request('POST', '/api/v1/agent/enroll', {
      token,
      hostname,
      platform: 'linux',
      architecture: 'x64',
      agentVersion: '0.1.0',
    });
    if (response.status !== 201) throw new Error(`enrolment: ${response.status} ${await response.text()}`);
    const { serverId, credential } = (await response.json()) as EnrolmentResponse;
    return new TestAgent(this, serverId, credential);
  }

  private async cookieOf(role: Role): Promise<string> {
    const known = this.cookies.get(role);
    if (known) return known;
    if (role !== 'admin') {
      const accounts = this.app.get(AccountsService);
      await accounts.create({ username: role, displayName: role, role, password: adminPassword });
    }
    const response = await this.request('POST', '/api/v1/session', {
      username: role,
      password: adminPassword,
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!cookie) throw new Error(`login as ${role}: ${response.status}`);
    this.cookies.set(role, cookie);
    return cookie;
  }
}

/** An agent without a host: it reports what a test makes up. */
export class TestAgent {
  constructor(
    private readonly hub: TestHub,
    readonly serverId: string,
    readonly credential: string,
  ) {}

  /** Sends records as they are; well-formed or not is the test's affair. */
  post(
    samples: unknown[],
    clock: { sentAtMs?: number; sentMonotonicMs?: number; sentBootId?: string } = {},
  ): Promise<Response> {
    const { sentAtMs = this.hub.clock.nowMs(), ...rest } = clock;
    return this.hub.request(
      'POST',
      '/api/v1/agent/reports',
      { sentAt: new Date(sentAtMs).toISOString(), agentVersion: '0.1.0', ...rest, samples },
      { authorization: `Bearer ${this.credential}` },
    );
  }

  async report(
    samples: SampleInput[],
    clock?: { sentMonotonicMs?: number; sentBootId?: string },
  ): Promise<Acknowledgement> {
    const response = await this.post(samples, clock);
    if (response.status !== 200) throw new Error(`report: ${response.status} ${await response.text()}`);
    return (await response.json()) as Acknowledgement;
  }
}

/** A good sample, with whatever a test wants different. */
export const sampleAt = (ms: number, seq: number, changes: Partial<SampleInput> = {}): SampleInput => ({
  epoch: 1,
  seq,
  runId: 'run-1',
  bootId: 'boot-1',
  monotonicMs: 1_000_000 + seq * 10_000,
  observedAt: new Date(ms).toISOString(),
  intervalSeconds: 10,
  metrics: { cpuPercent: 20, memoryUsedPercent: 40, diskUsedPercent: 30 },
  ...changes,
});
