import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SystemInput } from '@opsgauge/contract';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { assertUnused } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { Contract } from './contract.entity.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { invalid } from './make-up-rules.js';
import { MakeUpsService } from './make-ups.service.js';
import { Project } from './project.entity.js';
import { System } from './system.entity.js';
import { SystemsService, type SystemMakeUp } from './systems.service.js';

/** What an administrator changes about systems. */
@Injectable()
export class SystemChangesService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly systems: SystemsService,
    private readonly makeUps: MakeUpsService,
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

  /** @throws ApplicationError `not_found`; `in_use` naming what is in the way: its servers, contracts and windows that have begun */
  async remove(id: string): Promise<void> {
    const { system } = await this.systems.get(id);
    const now = new Date(this.clock.nowMs());
    await refusingConflicts(system.name, () =>
      inTransaction(this.source, async (manager, client) => {
        // Nothing that would be in the way is added meanwhile.
        await client.query('SELECT id FROM system WHERE id = $1 FOR UPDATE', [id]);
        assertUnused(`the system ${system.name} cannot be deleted`, {
          servers: await this.makeUps.countServers(manager, id),
          contracts: await manager.countBy(Contract, { systemId: id, serviceFrom: LessThanOrEqual(now) }),
          maintenanceWindows: await manager.countBy(MaintenanceWindow, {
            systemId: id,
            fromAt: LessThanOrEqual(now),
          }),
        });
        await manager.delete(MaintenanceWindow, { systemId: id });
        await this.makeUps.forget(manager, id);
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

  private tell(systemId: string, serverIds: readonly string[]): void {
    this.bus.emit('servers.changed', { serverIds, systemIds: [systemId] });
  }
}

const target = ({ id, name }: { id: string; name: string }) => ({
  targetKind: 'system',
  targetId: id,
  targetName: name,
});
