import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { RemoteWriteAssignment } from '@opsgauge/contract';
import { DataSource, Repository } from 'typeorm';
import { AgentCredentialsService } from '../accounts/agent-credentials.service.js';
import { RemoteWriteSourcesService } from '../accounts/remote-write-sources.service.js';
import { auditTargetOf } from '../accounts/sources-by-token.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { RemoteWriteInstance } from './remote-write-instance.entity.js';
import { ServersService } from './servers.service.js';

type Target = RemoteWriteAssignment['target'];

/** Says which server each instance of a Prometheus is. */
@Injectable()
export class RemoteWriteInstancesService {
  constructor(
    @InjectRepository(RemoteWriteInstance) private readonly instances: Repository<RemoteWriteInstance>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly sources: RemoteWriteSourcesService,
    private readonly servers: ServersService,
    private readonly credentials: AgentCredentialsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(): Promise<RemoteWriteInstance[]> {
    return this.instances.find();
  }

  /** Of one source, by instance; a retired server takes nothing, as if nobody had assigned it. */
  async serverIds(sourceId: string): Promise<Map<string, string>> {
    const found = await this.instances.findBy({ sourceId });
    const servers = await this.servers.listByIds(found.map(({ serverId }) => serverId));
    const inUse = new Set(servers.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id));
    return new Map(
      found
        .filter(({ serverId }) => inUse.has(serverId))
        .map(({ instance, serverId }) => [instance, serverId]),
    );
  }

  /**
   * @param hostname of the host, for a server that is made for it
   * @throws ApplicationError `not_found`; `server_retired`; `server_reports_itself` of one that has an agent;
   *   `conflict` of one that is another instance already
   */
  async assign(
    sourceId: string,
    { instance, target }: RemoteWriteAssignment,
    hostname: string | null,
  ): Promise<void> {
    const row = await this.sources.get(sourceId);
    const serverId = await this.serverOf(sourceId, instance, target, hostname);
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(RemoteWriteInstance, { sourceId, instance });
      if (serverId) await manager.insert(RemoteWriteInstance, { sourceId, instance, serverId });
      await this.audit.record(
        {
          action: 'remote-write-source.assign',
          ...auditTargetOf('remote-write-source', row),
          after: { instance, serverId },
        },
        client,
      );
    });
  }

  private async serverOf(
    sourceId: string,
    instance: string,
    target: Target,
    hostname: string | null,
  ): Promise<string | null> {
    switch (target.kind) {
      case 'none':
        return null;
      case 'server':
        await this.assertFree(sourceId, instance, target.serverId);
        return target.serverId;
      case 'newServer':
        return this.addServer(instance, target.name, hostname ?? instance);
    }
  }

  private async assertFree(sourceId: string, instance: string, serverId: string): Promise<void> {
    const field = 'target.serverId';
    const { retiredAt } = await this.servers.get(serverId);
    if (retiredAt) throw new ApplicationError('server_retired', `${field}: is retired`, { field });
    if (await this.credentials.hasCredential(serverId)) {
      const reason = `${field}: has an agent that reports for it; take that agent's credential away first`;
      throw new ApplicationError('server_reports_itself', reason, { field });
    }
    const known = await this.instances.findOneBy({ serverId });
    if (known && (known.sourceId !== sourceId || known.instance !== instance)) {
      throw new ApplicationError('conflict', `${field}: is the instance ${known.instance} already`, {
        field,
      });
    }
  }

  /** Whoever assigns it has approved it. */
  private async addServer(instance: string, name: string, hostname: string): Promise<string> {
    const now = new Date(this.clock.nowMs());
    const server = await this.servers.add({
      name,
      hostname,
      address: null,
      operatingSystem: null,
      isLocal: false,
      enrolledAt: now,
      approvedAt: now,
    });
    await this.audit.record({
      action: 'server.enrol',
      targetKind: 'server',
      targetId: server.id,
      targetName: name,
      after: { hostname, instance },
    });
    return server.id;
  }
}
