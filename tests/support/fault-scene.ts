import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { FaultIntake, type ConditionBegun } from '../../apps/server/src/faults/fault-intake.service.js';
import { Database, type Queryable } from '../../apps/server/src/platform/database/database.js';
import {
  errorBodySchema,
  faultDetailSchema,
  faultsResponseSchema,
  type Contract,
  type ErrorBody,
  type FaultDetail,
  type FaultEntry,
  type FaultsResponse,
  type Organization,
  type Role,
} from '../../libs/contract/src/index.js';
import { adminPassword, TestHub, type TestAgent } from './test-hub.js';

/** Who does something to a fault. */
export type Deeder = 'operator' | 'owner' | 'admin';

export const isoAt = (ms: number): string => new Date(ms).toISOString();

/** A hub with a system of one server, its vendor's operator, its owner, and an operator of another vendor. */
export class FaultScene {
  private readonly cookies = new Map<string, string>();
  private conditions = 0;

  private constructor(
    readonly hub: TestHub,
    readonly agent: TestAgent,
    readonly systemId: string,
    readonly projectId: string,
  ) {}

  static async start(): Promise<FaultScene> {
    const hub = await TestHub.start();
    const organization = async (name: string, kind: string) =>
      (await hub.admin<Organization>('POST', '/api/v1/organizations', { name, kind })).id;
    const [vendor, owner] = [await organization('vendor', 'vendor'), await organization('owner', 'owner')];
    const agent = await hub.enrol('web-01');
    const { systemId, projectId } = await hub.place([agent.serverId], 'system', { vendor, owner });
    const scene = new FaultScene(hub, agent, systemId, projectId);
    await scene.account('the-operator', 'operator', vendor);
    await scene.account('the-owner', 'owner', owner);
    await scene.account('a-stranger', 'operator', await organization('other vendor', 'vendor'));
    await scene.logIn();
    return scene;
  }

  async account(username: string, role: Role, organizationId: string): Promise<void> {
    const person = { username, displayName: username, role, organizationId, password: adminPassword };
    await this.hub.app.get(AccountsService).create(person);
  }

  async login(username: string): Promise<string> {
    const response = await this.hub.request('POST', '/api/v1/session', { username, password: adminPassword });
    return response.headers.get('set-cookie')!.split(';')[0]!;
  }

  /** Again after the clock was moved by days: a login does not last that long. */
  async logIn(): Promise<void> {
    for (const who of ['the-operator', 'the-owner', 'a-stranger'])
      this.cookies.set(who, await this.login(who));
  }

  asStranger(method: string, path: string, body?: object): Promise<Response> {
    return this.hub.request(method, path, body, { cookie: this.cookies.get('a-stranger')! });
  }

  asOwner(method: string, path: string, body?: object): Promise<Response> {
    return this.hub.request(method, path, body, { cookie: this.cookies.get('the-owner')! });
  }

  async sendAs(role: Deeder, path: string, body: object): Promise<Response> {
    const cookie = role === 'admin' ? await this.hub.cookieOf('admin') : this.cookies.get(`the-${role}`)!;
    return this.hub.request('POST', path, body, { cookie });
  }

  /** Something is done to a fault; @returns it as it stands then */
  async enter(role: Deeder, id: string, entry: FaultEntry): Promise<FaultDetail> {
    const response = await this.sendAs(role, `/api/v1/faults/${id}/events`, entry);
    const text = await response.text();
    if (!response.ok) throw new Error(`${entry.action}: ${response.status} ${text}`);
    return faultDetailSchema.parse(JSON.parse(text));
  }

  /** Something that is not to be done to a fault; @returns what is said to it */
  async refused(role: Deeder, id: string, entry: object): Promise<ErrorBody & { status: number }> {
    const response = await this.sendAs(role, `/api/v1/faults/${id}/events`, entry);
    return { status: response.status, ...errorBodySchema.parse(await response.json()) };
  }

  async read(id: string): Promise<FaultDetail> {
    return faultDetailSchema.parse(await this.hub.get(`/api/v1/faults/${id}`));
  }

  async list(query = ''): Promise<FaultsResponse> {
    return faultsResponseSchema.parse(await this.hub.get(`/api/v1/faults${query}`));
  }

  /** The system's contract that was made last, apart from its id. */
  async contract(): Promise<[string, Omit<Contract, 'id'>]> {
    const { items } = await this.hub.get<{ items: Contract[] }>('/api/v1/contracts');
    const { id, ...contract } = items.find((one) => one.systemId === this.systemId)!;
    return [id, contract];
  }

  /** What a machine sees begin now, and tells at once. */
  begin(changes: Partial<ConditionBegun> = {}): ConditionBegun {
    const nowMs = this.hub.clock.nowMs();
    return {
      conditionKey: `condition-${++this.conditions}`,
      systemId: this.systemId,
      serverId: this.agent.serverId,
      componentId: null,
      ruleId: 'host-silent',
      severity: 'serious',
      title: { code: 'host-silent', params: {} },
      startAtMs: nowMs,
      detectedAtMs: nowMs,
      evidence: { lastSampleAt: isoAt(nowMs) },
      ...changes,
    };
  }

  /** @returns the id of the condition's fault */
  began(begun: ConditionBegun): Promise<string> {
    return this.asHub((intake, client) => intake.began(client, begun));
  }

  ended(conditionKey: string, atMs = this.hub.clock.nowMs()): Promise<void> {
    return this.asHub((intake, client) => intake.ended(client, { conditionKey, atMs }));
  }

  reread(conditionKey: string, cause: 'network' | 'agent'): Promise<void> {
    return this.asHub((intake, client) => intake.reread(client, { conditionKey, cause }));
  }

  private asHub<T>(work: (intake: FaultIntake, client: Queryable) => Promise<T>): Promise<T> {
    return this.hub.app.get(Database).transaction((client) => work(this.hub.app.get(FaultIntake), client));
  }
}
