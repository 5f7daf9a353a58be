import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { AuditAction, ServerChange } from '@opsgauge/contract';
import { DataSource, In, IsNull, Not, Repository } from 'typeorm';
import { AgentCredentialsService } from '../accounts/agent-credentials.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { MakeUpsService } from './make-ups.service.js';
import { Server } from './server.entity.js';

/** The monitored machines. */
@Injectable()
export class ServersService {
  constructor(
    @InjectRepository(Server) private readonly servers: Repository<Server>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly credentials: AgentCredentialsService,
    private readonly makeUps: MakeUpsService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Those in use, or those that are retired. */
  list({ isRetired }: { isRetired: boolean }): Promise<Server[]> {
    const retiredAt = isRetired ? Not(IsNull()) : IsNull();
    return this.servers.find({ where: { retiredAt }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Names of all servers by id, the retired ones included. */
  async names(): Promise<Map<string, string>> {
    const servers = await this.servers.find({ select: { id: true, name: true } });
    return new Map(servers.map(({ id, name }) => [id, name]));
  }

  listByIds(ids: readonly string[]): Promise<Server[]> {
    return this.servers.findBy({ id: In([...ids]) });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<Server> {
    const server = await this.servers.findOneBy({ id });
    if (!server) throw notFound('server');
    return server;
  }

  /** The machine the hub runs on, once its agent has enrolled. */
  findLocal(): Promise<Server | null> {
    return this.servers.findOneBy({ isLocal: true });
  }

  async add(server: Omit<Server, 'id' | 'retiredAt' | 'gatewayServerId'>): Promise<Server> {
    const added = this.servers.create({
      ...server,
      id: crypto.randomUUID(),
      retiredAt: null,
      gatewayServerId: null,
    });
    await this.servers.insert(added);
    this.tell(added.id);
    return added;
  }

  /**
   * Renames, approves, retires or takes back into service. The agent of a retired server is refused; its credential
   * is good again once the server is back. A retired server leaves its systems, so that they are not judged by its
   * silence; one that is back is placed anew.
   * @throws ApplicationError `not_found`; `group_needs_server` for one that a group cannot spare; `gateway_circular`
   */
  async change(id: string, change: ServerChange): Promise<Server> {
    const before = await this.get(id);
    if (change.gatewayServerId) await this.assertGateway(id, change.gatewayServerId);
    const now = new Date(this.clock.nowMs());
    const after: Server = {
      ...before,
      name: change.name ?? before.name,
      approvedAt: change.isApproved ? (before.approvedAt ?? now) : before.approvedAt,
      retiredAt:
        change.isRetired === undefined
          ? before.retiredAt
          : change.isRetired
            ? (before.retiredAt ?? now)
            : null,
      gatewayServerId: change.gatewayServerId === undefined ? before.gatewayServerId : change.gatewayServerId,
    };
    const left = await inTransaction(this.source, async (manager, client) => {
      await manager.save(Server, after);
      const systems = change.isRetired ? await this.makeUps.leave(manager, client, id) : [];
      if (change.isRetired !== undefined) await this.credentials.suspend(id, change.isRetired, manager);
      await this.audit.record(
        {
          action: actionOf(change),
          ...target(before),
          before: told(before),
          after: { ...told(after), ...(systems.length > 0 ? { left: systems.map(({ name }) => name) } : {}) },
        },
        client,
      );
      return systems;
    });
    // Again, now that it is committed: an agent's report may have looked its credential up meanwhile.
    if (change.isRetired !== undefined) this.credentials.forget();
    this.tell(
      id,
      left.map((system) => system.id),
    );
    return after;
  }

  /**
   * Refuses the agent from now on; the machine has to enrol again to report.
   * @throws ApplicationError `not_found`
   */
  async revokeCredentials(id: string): Promise<void> {
    const server = await this.get(id);
    await this.credentials.revokeAll(id);
    await this.audit.record({ action: 'agent-credential.revoke', ...target(server) });
  }

  /** @returns the agent's new credential; the one it showed stays good for a while */
  async rotateCredential(id: string, shown: string): Promise<string> {
    const server = await this.get(id);
    const credential = await this.credentials.rotate(id, shown);
    await this.audit.record({ action: 'agent-credential.rotate', ...target(server) });
    return credential;
  }

  private async assertGateway(id: string, gatewayId: string): Promise<void> {
    const servers = await this.servers.find({ select: { id: true, gatewayServerId: true } });
    const wayOf = new Map(servers.map((one) => [one.id, one.gatewayServerId]));
    if (!wayOf.has(gatewayId)) throw notFound('gateway server');
    for (let next: string | null = gatewayId; next !== null; next = wayOf.get(next) ?? null) {
      if (next !== id) continue;
      throw new ApplicationError(
        'gateway_circular',
        'gatewayServerId: is itself reached through this server',
        { field: 'gatewayServerId' },
      );
    }
  }

  private tell(id: string, systemIds: readonly string[] = []): void {
    this.bus.emit('servers.changed', { serverIds: [id], systemIds });
  }
}

function actionOf({ isRetired, isApproved, gatewayServerId }: ServerChange): AuditAction {
  if (isRetired !== undefined) return isRetired ? 'server.retire' : 'server.unretire';
  if (gatewayServerId !== undefined) return 'server.gateway';
  return isApproved ? 'server.approve' : 'server.rename';
}

const target = ({ id, name }: Server) => ({ targetKind: 'server', targetId: id, targetName: name });

const told = ({ name, approvedAt, retiredAt, gatewayServerId }: Server) => ({
  name,
  isApproved: approvedAt !== null,
  isRetired: retiredAt !== null,
  gatewayServerId,
});
