import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import {
  maintenanceLateMs,
  type MaintenanceWindow as WindowResponse,
  type MaintenanceWindowInput,
} from '@opsgauge/contract';
import { DataSource, MoreThan, Repository } from 'typeorm';
import type { Scope } from '../accounts/scope.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { ServersService } from './servers.service.js';
import { System } from './system.entity.js';
import { type Visibility, VisibilityService } from './visibility.service.js';

const listedForMs = 400 * 86_400_000;

/** 维护窗口: announced before they begin, so that nobody declares an outage planned afterwards. */
@Injectable()
export class MaintenanceWindowsService {
  constructor(
    @InjectRepository(MaintenanceWindow) private readonly windows: Repository<MaintenanceWindow>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** What lies ahead and what was in the last thirteen months, the latest first. */
  async list(scope: Scope): Promise<WindowResponse[]> {
    const visibility = await this.visibility.of(scope);
    const windows = await this.windows.find({
      where: { toAt: MoreThan(new Date(this.clock.nowMs() - listedForMs)) },
      order: { fromAt: 'DESC', id: 'ASC' },
    });
    return this.describe(windows.filter((window) => isVisible(window, visibility)));
  }

  /**
   * What was to begin up to five minutes ago begins now.
   * @throws ApplicationError `not_found` for a target outside the scope; `in_the_past`, `not_after_start`
   */
  async create(scope: Scope, input: MaintenanceWindowInput): Promise<WindowResponse> {
    const nowMs = this.clock.nowMs();
    const window = { id: crypto.randomUUID(), ...columnsOf(input, nowMs) };
    await this.requireTarget(scope, input.target);
    if (Date.parse(input.from) < nowMs - maintenanceLateMs) {
      throw new ApplicationError('in_the_past', 'from: must not be in the past', { field: 'from' });
    }
    if (window.toAt <= window.fromAt) {
      throw new ApplicationError('not_after_start', 'to: must be after from and now', { field: 'to' });
    }
    const [described] = await this.describe([window]);
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(MaintenanceWindow, window);
      await this.audit.record({ action: 'maintenance.create', ...target(described!), after: input }, client);
    });
    this.tell(window);
    return described!;
  }

  /**
   * Takes a window away before it begins; one that is under way ends now.
   * @throws ApplicationError `not_found`, `maintenance_over`: figures were counted with it
   */
  async remove(scope: Scope, id: string): Promise<void> {
    const window = await this.windows.findOneBy({ id });
    if (!window || !isVisible(window, await this.visibility.of(scope))) throw notFound('maintenance window');
    const now = new Date(this.clock.nowMs());
    if (window.toAt <= now) throw new ApplicationError('maintenance_over', 'the maintenance is over');
    const hasBegun = window.fromAt < now;
    const [described] = await this.describe([window]);
    await inTransaction(this.source, async (manager, client) => {
      if (hasBegun) await manager.update(MaintenanceWindow, { id }, { toAt: now });
      else await manager.delete(MaintenanceWindow, { id });
      await this.audit.record(
        {
          action: hasBegun ? 'maintenance.end' : 'maintenance.delete',
          ...target(described!),
          before: { from: window.fromAt, to: window.toAt, reason: window.reason },
          ...(hasBegun ? { after: { to: now } } : {}),
        },
        client,
      );
    });
    this.tell(window);
  }

  private async requireTarget(scope: Scope, target: MaintenanceWindowInput['target']): Promise<void> {
    if (target.kind === 'system') {
      await this.visibility.requireSystem(scope, target.systemId);
      if (!(await this.source.manager.existsBy(System, { id: target.systemId }))) throw notFound('system');
    } else {
      await this.visibility.requireServer(scope, target.serverId);
      await this.servers.get(target.serverId);
    }
  }

  private tell({ serverId, systemId }: MaintenanceWindow): void {
    this.bus.emit('servers.changed', {
      serverIds: serverId ? [serverId] : [],
      systemIds: systemId ? [systemId] : [],
    });
    if (serverId) this.bus.emit('status.changed', { serverIds: [serverId] });
  }

  private async describe(windows: readonly MaintenanceWindow[]): Promise<WindowResponse[]> {
    const [servers, systems] = await Promise.all([
      this.servers.names(),
      this.source.manager.find(System, { select: { id: true, name: true } }),
    ]);
    const names = new Map([...servers, ...systems.map(({ id, name }) => [id, name] as const)]);
    return windows.map(({ id, serverId, systemId, fromAt, toAt, reason }) => ({
      id,
      target: serverId ? { kind: 'server', serverId } : { kind: 'system', systemId: systemId! },
      targetName: names.get(serverId ?? systemId!) ?? '',
      from: fromAt.toISOString(),
      to: toAt.toISOString(),
      reason,
    }));
  }
}

const isVisible = (
  { serverId, systemId }: MaintenanceWindow,
  { seesServer, seesSystem }: Visibility,
): boolean => (serverId ? seesServer(serverId) : seesSystem(systemId!));

const columnsOf = ({ target, from, to, reason }: MaintenanceWindowInput, nowMs: number) => ({
  serverId: target.kind === 'server' ? target.serverId : null,
  systemId: target.kind === 'system' ? target.systemId : null,
  fromAt: new Date(Math.max(Date.parse(from), nowMs)),
  toAt: new Date(to),
  reason,
});

const target = ({ id, targetName }: WindowResponse) => ({
  targetKind: 'maintenance-window',
  targetId: id,
  targetName,
});
