import {
  noPromises,
  type Account,
  type EnrolmentResponse,
  type EnrolmentTokenResponse,
  type InvitationResponse,
  type Organization,
  type Role,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import type { Product } from './browser-product.js';

export const sidePassword = 'a-quite-long-secret';

/**
 * A vendor, an owner and what they have: a project, a contract, a system and a server that reports. Every name holds
 * the side's own word, so that whoever sees one of them can be told.
 */
export class Side {
  private seq = 0;

  private constructor(
    private readonly product: Product,
    readonly word: string,
    readonly serverId: string,
    private readonly credential: string,
    /** Every id that would give the side away. */
    readonly ids: readonly string[],
    readonly systemId: string,
    readonly evaluationId: string,
  ) {}

  static async create(product: Product, word: string): Promise<Side> {
    const { api } = product;
    const organization = async (kind: string) =>
      (await api.send<Organization>('POST', '/api/v1/organizations', { name: `${word} ${kind}`, kind })).id;
    const [vendorId, ownerId] = [await organization('vendor'), await organization('owner')];
    const enrolled = await enrol(product, `${word}-server`);
    const project = await api.send<{ id: string }>('POST', '/api/v1/projects', {
      name: `${word} project`,
      ownerOrganizationId: ownerId,
      evaluatorOrganizationId: null,
    });
    const system = await api.send<{ id: string }>('POST', '/api/v1/systems', {
      projectId: project.id,
      name: `${word} system`,
      shortName: word,
    });
    await api.send('PATCH', `/api/v1/servers/${enrolled.serverId}`, { isApproved: true });
    await api.send('PUT', `/api/v1/systems/${system.id}/components`, {
      components: [{ serverId: enrolled.serverId, dependence: 'critical' }],
      groups: [],
    });
    const nowMs = Date.now();
    const contract = await api.send<{ id: string }>('POST', '/api/v1/contracts', {
      systemId: system.id,
      vendorOrganizationId: vendorId,
      number: `${word} contract`,
      serviceFrom: new Date(nowMs - 86_400_000).toISOString(),
      serviceTo: null,
      serviceCalendar: null,
      promises: noPromises,
    });
    const window = await api.send<{ id: string }>('POST', '/api/v1/maintenance-windows', {
      target: { kind: 'system', systemId: system.id },
      from: new Date(nowMs + 3_600_000).toISOString(),
      to: new Date(nowMs + 7_200_000).toISOString(),
      reason: `${word} maintenance`,
    });
    for (const role of ['lead', 'operator'] as const) await invite(product, word, role, vendorId);
    await invite(product, word, 'owner', ownerId);
    const evaluation = (await api.evaluations()).find(({ systemId }) => systemId === system.id)!;
    const ids = [
      project.id,
      system.id,
      contract.id,
      window.id,
      enrolled.serverId,
      vendorId,
      ownerId,
      evaluation.id,
    ];
    return new Side(product, word, enrolled.serverId, enrolled.credential, ids, system.id, evaluation.id);
  }

  usernameOf(role: Role): string {
    return `${this.word}.${role}`.toLowerCase();
  }

  /** A sample as the side's agent sends it, with devices that are named after the side. */
  async report(): Promise<void> {
    const device = { name: `${this.word}0`, isUp: true, errorsPerSecond: 0, dropsPerSecond: 0 };
    const rates = { receiveBytesPerSecond: 1, transmitBytesPerSecond: 1 };
    const sample: SampleInput = {
      epoch: 1,
      seq: this.seq,
      runId: `run of ${this.word}`,
      bootId: `boot of ${this.word}`,
      monotonicMs: 1_000_000 + this.seq * 1000,
      observedAt: new Date().toISOString(),
      intervalSeconds: 10,
      metrics: { cpuPercent: 20, memoryUsedPercent: 40, diskUsedPercent: 30 },
      devices: { mounts: [], disks: [], interfaces: [{ ...device, ...rates }] },
    };
    this.seq += 1;
    await send(
      this.product,
      '/api/v1/agent/reports',
      { sentAt: new Date().toISOString(), agentVersion: '0.1.0', samples: [sample] },
      { authorization: `Bearer ${this.credential}` },
    );
  }
}

/** Enrols a host as its agent would; it waits to be approved. */
export async function enrol(product: Product, hostname: string): Promise<EnrolmentResponse> {
  const tokens = '/api/v1/servers/enrolment-tokens';
  const { token } = await product.api.send<EnrolmentTokenResponse>('POST', tokens, {});
  const host = {
    hostname,
    platform: 'linux',
    architecture: 'x64',
    operatingSystem: hostname,
    agentVersion: '0.1.0',
  };
  return send(product, '/api/v1/agent/enroll', { token, ...host });
}

/** Makes an account, and accepts its invitation as the person would. */
async function invite(product: Product, word: string, role: Role, organizationId: string): Promise<void> {
  const account = await product.api.send<Account>('POST', '/api/v1/accounts', {
    username: `${word}.${role}`.toLowerCase(),
    displayName: `${word} ${role}`,
    role,
    organizationId,
  });
  const invitation = `/api/v1/accounts/${account.id}/invitation`;
  const { token } = await product.api.send<InvitationResponse>('POST', invitation, {});
  await send(product, '/api/v1/invitations', { token, password: sidePassword });
}

/**
 * Posts to the hub as an agent or a stranger does.
 *
 * @throws Error where the hub refuses
 */
export async function send<T>(
  { url }: Product,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
