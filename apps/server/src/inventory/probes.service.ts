import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { agentProbesMax, type AuditAction, type ProbeInput } from '@opsgauge/contract';
import { DataSource, In, IsNull, Repository } from 'typeorm';
import type { Scope } from '../accounts/scope.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { invalid } from './make-up-rules.js';
import { ProbeDefinition } from './probe.entity.js';
import { ServersService } from './servers.service.js';
import { System } from './system.entity.js';
import { VisibilityService } from './visibility.service.js';

/** What is probed, by whom and how often. One about nothing is an administrator's own affair. */
@Injectable()
export class ProbesService {
  constructor(
    @InjectRepository(ProbeDefinition) private readonly probes: Repository<ProbeDefinition>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Those in use, whoever asks: for who runs them and reads what they saw. */
  all(): Promise<ProbeDefinition[]> {
    return this.probes.find({ where: { deletedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** By their ids, the deleted ones too. */
  async byIds(ids: readonly string[]): Promise<Map<string, ProbeDefinition>> {
    const found = await this.probes.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map((probe) => [probe.id, probe]));
  }

  /** Those about a system, the deleted ones too: what they measured still counts. */
  ofSystem(systemId: string): Promise<ProbeDefinition[]> {
    return this.probes.find({ where: { systemId }, order: { name: 'ASC', id: 'ASC' } });
  }

  async list(scope: Scope): Promise<ProbeDefinition[]> {
    const { seesServer, seesSystem } = await this.visibility.of(scope);
    return (await this.all()).filter(
      ({ systemId, serverId }) =>
        scope.isEverything ||
        (systemId !== null && seesSystem(systemId)) ||
        (serverId !== null && seesServer(serverId)),
    );
  }

  /** @throws ApplicationError `not_found`, also for what lies outside the scope */
  async get(scope: Scope, id: string): Promise<ProbeDefinition> {
    const found = (await this.list(scope)).find((probe) => probe.id === id);
    if (!found) throw notFound('probe');
    return found;
  }

  /** @throws ApplicationError `invalid_request` for a server or system that is not; `probes_too_many` for its runner */
  async create(input: ProbeInput): Promise<ProbeDefinition> {
    const createdAt = new Date(this.clock.nowMs());
    const probe: ProbeDefinition = { ...input, id: crypto.randomUUID(), createdAt, deletedAt: null };
    await this.assertPlaces(probe);
    await this.save('probe.create', null, probe);
    return probe;
  }

  /** @throws ApplicationError `not_found`; `probe_subject_fixed`; as `create` */
  async change(scope: Scope, id: string, input: ProbeInput): Promise<ProbeDefinition> {
    const before = await this.get(scope, id);
    if (input.systemId !== before.systemId || input.serverId !== before.serverId) {
      const field = input.systemId === before.systemId ? 'serverId' : 'systemId';
      throw new ApplicationError(
        'probe_subject_fixed',
        `${field}: what a probe is about stays; make another probe`,
        { field },
      );
    }
    const after = { ...before, ...input };
    await this.assertPlaces(after);
    await this.save('probe.change', before, after);
    return after;
  }

  /** Is asked no more and leaves the list. @throws ApplicationError `not_found` */
  async remove(scope: Scope, id: string): Promise<void> {
    const before = await this.get(scope, id);
    const deletedAt = new Date(this.clock.nowMs());
    await this.save('probe.delete', before, { ...before, deletedAt });
  }

  private async assertPlaces(probe: ProbeDefinition): Promise<void> {
    const names = await this.servers.names();
    for (const field of ['serverId', 'runnerServerId'] as const) {
      const id = probe[field];
      if (id !== null && !names.has(id)) throw invalid(field, 'does not exist');
    }
    const { systemId, runnerServerId } = probe;
    if (systemId !== null && !(await this.source.manager.existsBy(System, { id: systemId }))) {
      throw invalid('systemId', 'does not exist');
    }
    if (runnerServerId === null) return;
    const others = (await this.all()).filter(
      (other) => other.runnerServerId === runnerServerId && other.id !== probe.id,
    );
    if (others.length >= agentProbesMax) {
      throw new ApplicationError(
        'probes_too_many',
        `runnerServerId: its agent runs ${agentProbesMax} probes at most`,
        { field: 'runnerServerId' },
      );
    }
  }

  private async save(
    action: AuditAction,
    before: ProbeDefinition | null,
    after: ProbeDefinition,
  ): Promise<void> {
    const isDeleted = after.deletedAt !== null;
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(ProbeDefinition, after);
      await this.audit.record(
        {
          action,
          targetKind: 'probe',
          targetId: after.id,
          targetName: after.name,
          before: before && told(before),
          after: isDeleted ? null : told(after),
        },
        client,
      );
    });
    this.bus.emit('probes.changed', { probeId: after.id });
  }
}

const told = ({ id: _id, createdAt: _createdAt, deletedAt: _deletedAt, ...input }: ProbeDefinition) => input;
