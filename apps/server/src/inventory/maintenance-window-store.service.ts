import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { MaintenanceWindow as WindowResponse, MaintenanceWindowInput } from '@opsgauge/contract';
import { DataSource, MoreThan, Repository } from 'typeorm';
import type { Scope } from '../accounts/scope.js';
import { Clock } from '../platform/clock.js';
import { notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { MaintenanceCalendar } from './maintenance-calendar.service.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { maintenanceWindowResponse } from './maintenance-window-response.js';
import { ServersService } from './servers.service.js';
import { System } from './system.entity.js';
import { type Visibility, VisibilityService } from './visibility.service.js';

const listedForMs = 400 * 86_400_000;

/** Rows of `maintenance_window` as somebody in a scope sees them. */
@Injectable()
export class MaintenanceWindowStore {
  constructor(
    @InjectRepository(MaintenanceWindow) private readonly windows: Repository<MaintenanceWindow>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendar: MaintenanceCalendar,
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
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

  /** @throws ApplicationError `not_found`, also for what lies outside the scope */
  async get(scope: Scope, id: string): Promise<MaintenanceWindow> {
    const window = await this.windows.findOneBy({ id });
    if (!window || !isVisible(window, await this.visibility.of(scope))) throw notFound('maintenance window');
    return window;
  }

  /** @throws ApplicationError `not_found` for a target outside the scope, or that is not there */
  async requireTarget(scope: Scope, target: MaintenanceWindowInput['target']): Promise<void> {
    if (target.kind === 'system') {
      await this.visibility.requireSystem(scope, target.systemId);
      if (!(await this.source.manager.existsBy(System, { id: target.systemId }))) throw notFound('system');
    } else {
      await this.visibility.requireServer(scope, target.serverId);
      await this.servers.get(target.serverId);
    }
  }

  /** Has open pages read again what the window touches. */
  tell({ serverId, systemId }: MaintenanceWindow): void {
    this.bus.emit('servers.changed', {
      serverIds: serverId ? [serverId] : [],
      systemIds: systemId ? [systemId] : [],
    });
    if (serverId) this.bus.emit('status.changed', { serverIds: [serverId] });
  }

  async describe(windows: readonly MaintenanceWindow[]): Promise<WindowResponse[]> {
    const [servers, systems] = await Promise.all([
      this.servers.names(),
      this.source.manager.find(System, { select: { id: true, name: true } }),
    ]);
    const names = new Map([...servers, ...systems.map(({ id, name }) => [id, name] as const)]);
    const nowMs = this.clock.nowMs();
    return windows.map((window) =>
      maintenanceWindowResponse(window, {
        occurrences: this.calendar.occurrences(window),
        targetName: names.get(window.serverId ?? window.systemId!) ?? '',
        nowMs,
      }),
    );
  }

  /** One window, and how the audit log names it. */
  async describeOne(window: MaintenanceWindow) {
    const [described] = await this.describe([window]);
    const { id, targetName } = described!;
    return { described: described!, target: { targetKind: 'maintenance-window', targetId: id, targetName } };
  }
}

const isVisible = (
  { serverId, systemId }: MaintenanceWindow,
  { seesServer, seesSystem }: Visibility,
): boolean => (serverId ? seesServer(serverId) : seesSystem(systemId!));
