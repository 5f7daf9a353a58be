import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SystemInput, SystemMakeUpInput } from '@opsgauge/contract';
import { DataSource, In, LessThanOrEqual } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { Contract } from './contract.entity.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { assertMakeUp, invalid } from './make-up-rules.js';
import { Project } from './project.entity.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { Server } from './server.entity.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';
import { SystemsService, type SystemMakeUp } from './systems.service.js';

/** What an administrator changes about systems. */
@Injectable()
export class SystemChangesService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly systems: SystemsService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError `invalid_request` without such a project */
  async create(input: SystemInput): Promise<SystemMakeUp> {
    await this.assertProject(input.projectId);
    const system = { ...input, id: crypto.randomUUID(), createdAt: new Date(this.clock.nowMs()) };
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(System, system);
      await this.audit.record({ action: 'system.create', ...target(system), after: input }, client);
    });
    this.tell(system.id, []);
    return this.systems.get(system.id);
  }

  /** @throws ApplicationError `not_found`, `invalid_request` without such a project */
  async change(id: string, input: SystemInput): Promise<SystemMakeUp> {
    const { system, components } = await this.systems.get(id);
    await this.assertProject(input.projectId);
    await inTransaction(this.source, async (manager, client) => {
      await manager.update(System, { id }, input);
      const { projectId, name, shortName } = system;
      const before = { projectId, name, shortName };
      await this.audit.record({ action: 'system.change', ...target(system), before, after: input }, client);
    });
    this.tell(
      id,
      components.map(({ serverId }) => serverId),
    );
    return this.systems.get(id);
  }

  /**
   * Replaces what a system is made of.
   * @throws ApplicationError `not_found`; `invalid_request` naming the field; `conflict` for a server that is not
   *   approved, or retired and not in the system before
   */
  async replaceMakeUp(id: string, input: SystemMakeUpInput): Promise<SystemMakeUp> {
    assertMakeUp(input);
    const before = await this.systems.get(id);
    const serverIds = input.components.map(({ serverId }) => serverId);
    await this.assertServers(serverIds, new Set(before.components.map(({ serverId }) => serverId)));
    const groups = input.groups.map((group) => ({ ...group, id: crypto.randomUUID(), systemId: id }));
    await inTransaction(this.source, async (manager, client) => {
      // Of two who replace it at once, the later one's stands whole.
      await client.query('SELECT id FROM system WHERE id = $1 FOR UPDATE', [id]);
      await manager.delete(SystemComponent, { systemId: id });
      await manager.delete(RedundancyGroup, { systemId: id });
      await manager.insert(RedundancyGroup, groups);
      await manager.insert(
        SystemComponent,
        input.components.map(({ serverId, dependence, groupName }) => ({
          systemId: id,
          serverId,
          isCritical: dependence === 'critical',
          redundancyGroupId:
            dependence === 'group' ? groups.find(({ name }) => name === groupName)!.id : null,
        })),
      );
      await this.audit.record(
        { action: 'system.make-up', ...target(before.system), before: toldMakeUp(before), after: input },
        client,
      );
    });
    this.tell(id, [...serverIds, ...before.components.map(({ serverId }) => serverId)]);
    return this.systems.get(id);
  }

  /** @throws ApplicationError `not_found`; `conflict` naming what of its history is in the way */
  async remove(id: string): Promise<void> {
    const { system, components, contracts } = await this.systems.get(id);
    const now = new Date(this.clock.nowMs());
    const begun = contracts.filter(({ serviceFrom }) => serviceFrom <= now).length;
    const windows = await this.source.manager.countBy(MaintenanceWindow, {
      systemId: id,
      fromAt: LessThanOrEqual(now),
    });
    const uses = [
      ...(components.length > 0 ? [`servers: ${components.length}`] : []),
      ...(begun > 0 ? [`contracts in service: ${begun}`] : []),
      ...(windows > 0 ? [`maintenance windows: ${windows}`] : []),
    ];
    if (uses.length > 0) {
      throw new ApplicationError('conflict', `the system cannot be deleted (${uses.join(', ')})`);
    }
    await refusingConflicts(system.name, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.delete(MaintenanceWindow, { systemId: id });
        await manager.delete(RedundancyGroup, { systemId: id });
        await manager.delete(Contract, { systemId: id });
        await manager.delete(System, { id });
        const before = { name: system.name, projectId: system.projectId };
        await this.audit.record({ action: 'system.delete', ...target(system), before }, client);
      }),
    );
    this.tell(id, []);
  }

  private async assertProject(id: string): Promise<void> {
    if (!(await this.source.manager.existsBy(Project, { id }))) throw invalid('projectId', 'does not exist');
  }

  private async assertServers(ids: readonly string[], present: ReadonlySet<string>): Promise<void> {
    const servers = await this.source.manager.findBy(Server, { id: In([...ids]) });
    const byId = new Map(servers.map((server) => [server.id, server]));
    for (const [index, id] of ids.entries()) {
      const server = byId.get(id);
      if (!server) throw invalid(`components.${index}.serverId`, 'does not exist');
      if (present.has(id)) continue;
      if (!server.approvedAt) throw new ApplicationError('conflict', `${server.name} is not approved yet`);
      if (server.retiredAt) throw new ApplicationError('conflict', `${server.name} is retired`);
    }
  }

  private tell(systemId: string, serverIds: readonly string[]): void {
    this.bus.emit('servers.changed', { serverIds, systemIds: [systemId] });
  }
}

const target = ({ id, name }: { id: string; name: string }) => ({
  targetKind: 'system',
  targetId: id,
  targetName: name,
});

const toldMakeUp = ({ components, groups }: SystemMakeUp) => ({
  components: components.map(({ serverId, isCritical, redundancyGroupId }) => ({
    serverId,
    dependence: isCritical ? 'critical' : redundancyGroupId ? 'group' : 'none',
    ...(redundancyGroupId ? { groupName: groups.find(({ id }) => id === redundancyGroupId)?.name } : {}),
  })),
  groups: groups.map(({ name, requiredCount }) => ({ name, requiredCount })),
});
