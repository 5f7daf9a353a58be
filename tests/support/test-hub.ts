import 'reflect-metadata';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import {
  noPromises,
  type AccountsResponse,
  type Acknowledgement,
  type EnrolmentResponse,
  type EnrolmentTokenResponse,
  type GrantTarget,
  type Role,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { AgentCredentialsService } from '../../apps/server/src/accounts/agent-credentials.service.js';
import { createApp } from '../../apps/server/src/create-app.js';
import { Clock } from '../../apps/server/src/platform/clock.js';
import { readConfiguration } from '../../apps/server/src/platform/configuration/configuration.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { cloneDatabase } from './database-cluster.js';

/** The real clock, moved by as much as a test says; it goes on from there. */
export class MovableClock extends Clock {
  private aheadMs = 0;

  override nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  advance(ms: number): void {
    this.aheadMs += ms;
  }

  moveTo(ms: number): void {
    this.aheadMs = ms - Date.now();
  }
}

export const adminPassword = 'administrator-1';

interface Login {
  readonly cookie: string;
  readonly atMs: number;
}
/** A login is renewed when the clock was moved by more than this. */
const loginKeptMs = 3_600_000;

export interface TestHubOptions {
  /** A migrated database that the test drops itself; without one the hub gets a clone of its own. */
  readonly connection?: pg.ClientConfig;
  readonly clock?: MovableClock;
  /** Kept when the hub stops; without one the hub gets a folder of its own. */
  readonly dataDirectory?: string;
  /** Further variables of the hub. */
  readonly environment?: Record<string, string>;
}

/** A hub in this process, listening on a free port of the loopback. */
export class TestHub {
  private readonly logins = new Map<string, Login>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly connection: pg.ClientConfig,
    readonly clock: MovableClock,
    readonly dataDirectory: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(options: TestHubOptions = {}): Promise<TestHub> {
    const { connection, drop } = options.connection
      ? { connection: options.connection, drop: () => Promise.resolve() }
      : await cloneDatabase();
    const clock = options.clock ?? new MovableClock();
    const dataDirectory = options.dataDirectory ?? fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-hub-'));
    const configuration = readConfiguration({
      OPSGAUGE_DATA_DIR: dataDirectory,
      OPSGAUGE_LOG_LEVEL: process.env['OPSGAUGE_LOG_LEVEL'] ?? 'silent',
      ...options.environment,
    });
    const app = await createApp({ configuration, connection, clock });
    await app.listen(0, '127.0.0.1');
    const hub = new TestHub(app, await app.getUrl(), connection, clock, dataDirectory, async () => {
      await drop();
      if (!options.dataDirectory) fs.rmSync(dataDirectory, { recursive: true, force: true });
    });
    const accounts = app.get(AccountsService);
    if (!(await accounts.findByName('admin'))) {
      const account = { username: 'admin', displayName: '管理员', role: 'admin' as const };
      await accounts.create({ ...account, password: adminPassword });
    }
    return hub;
  }

  /** Another hub process's worth on the same database, by the same clock; to be stopped before this one. */
  another(): Promise<TestHub> {
    return TestHub.start({ connection: this.connection, clock: this.clock });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  /** Rows of a statement: for what has no way in or out over HTTP. */
  async sql<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.app.get(Database).query<Row>(statement, values)).rows;
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
  get<T>(path: string): Promise<T> {
    return this.admin<T>('GET', path);
  }

  request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        // As a browser does for the hub's own pages.
        ...('cookie' in headers ? { origin: new URL(this.url).origin } : {}),
        ...headers,
      },
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

  /** The answer's JSON, of a request as admin that has to succeed. */
  async admin<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.as('admin', method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /**
   * Puts servers, approved, into a system of their own that has been in service for two days.
   * @returns the ids of the system and its project
   */
  async place(
    serverIds: readonly string[],
    name = 'system',
    organizations: { owner?: string; vendor?: string } = {},
  ): Promise<{ systemId: string; projectId: string }> {
    const { id: projectId } = await this.admin<{ id: string }>('POST', '/api/v1/projects', {
      name: `project of ${name}`,
      ownerOrganizationId: organizations.owner ?? null,
      evaluatorOrganizationId: null,
    });
    const { id: systemId } = await this.admin<{ id: string }>('POST', '/api/v1/systems', {
      projectId,
      name,
      shortName: name.slice(0, 30),
    });
    for (const id of serverIds) await this.admin('PATCH', `/api/v1/servers/${id}`, { isApproved: true });
    const components = serverIds.map((serverId) => ({ serverId, dependence: 'critical' }));
    await this.admin('PUT', `/api/v1/systems/${systemId}/components`, { components, groups: [] });
    await this.admin('POST', '/api/v1/contracts', {
      systemId,
      vendorOrganizationId: organizations.vendor ?? null,
      number: `contract of ${name}`,
      serviceFrom: new Date(this.clock.nowMs() - 2 * 86_400_000).toISOString(),
      serviceTo: null,
      serviceCalendar: null,
      promises: noPromises,
    });
    return { systemId, projectId };
  }

  /** Gives whoever is in the role something to see. */
  async grant(role: Role, target: GrantTarget): Promise<void> {
    await this.cookieOf(role);
    const { items } = await this.admin<AccountsResponse>('GET', '/api/v1/accounts');
    const { id } = items.find(({ username }) => username === role)!;
    await this.admin('POST', `/api/v1/accounts/${id}/grants`, { target });
  }

  /** The session cookie of somebody in the role. */
  async cookieOf(role: Role): Promise<string> {
    const known = this.logins.get(role);
    const nowMs = this.clock.nowMs();
    if (known && Math.abs(nowMs - known.atMs) < loginKeptMs) return known.cookie;
    const accounts = this.app.get(AccountsService);
    if (role !== 'admin' && !known && !(await accounts.authenticate(role, adminPassword))) {
      await accounts.create({ username: role, displayName: role, role, password: adminPassword });
    }
    const response = await this.request('POST', '/api/v1/session', {
      username: role,
      password: adminPassword,
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!cookie) throw new Error(`login as ${role}: ${response.status}`);
    this.logins.set(role, { cookie, atMs: nowMs });
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

  /** Reports each sample by itself at the moment it was taken: the hub's clock is moved there. */
  async reportLive(samples: SampleInput[]): Promise<void> {
    for (const sample of samples) {
      this.hub.clock.moveTo(Date.parse(sample.observedAt));
      await this.report([sample]);
    }
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
