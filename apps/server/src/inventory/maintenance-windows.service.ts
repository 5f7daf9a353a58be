import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  MaintenancePreviewQuery,
  MaintenancePreviewResponse,
  MaintenanceWindow as WindowResponse,
  MaintenanceWindowInput,
} from '@opsgauge/contract';
import { DataSource } from 'typeorm';
import type { Scope } from '../accounts/scope.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock, instantText } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { MaintenanceCalendar } from './maintenance-calendar.service.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { occurrenceResponse, occurrencesTold } from './maintenance-window-response.js';
import { MaintenanceWindowStore } from './maintenance-window-store.service.js';
import { announcedTimes, newWindow } from './window-rules.js';

/** 维护窗口 as their owner enters them: before they begin, so that nobody declares an outage planned afterwards. */
@Injectable()
export class MaintenanceWindowsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: MaintenanceWindowStore,
    private readonly calendar: MaintenanceCalendar,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * What a window would come to.
   * @throws ApplicationError as `create`
   */
  preview(query: MaintenancePreviewQuery): MaintenancePreviewResponse {
    const times = this.timesOf(query);
    return {
      items: times.slice(0, occurrencesTold).map(occurrenceResponse),
      count: times.length,
      until: instantText(times.at(-1)!.toMs),
    };
  }

  /**
   * What was to begin up to five minutes ago begins now.
   * @throws ApplicationError `not_found` for a target outside the scope; `in_the_past`, `not_after_start`;
   *   `invalid_request` for a rule that is not one
   */
  async create(scope: Scope, input: MaintenanceWindowInput): Promise<WindowResponse> {
    await this.store.requireTarget(scope, input.target);
    const window = newWindow(input, this.timesOf(input));
    const { described, target } = await this.store.describeOne(window);
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(MaintenanceWindow, window);
      await this.audit.record({ action: 'maintenance.create', ...target, after: input }, client);
    });
    this.store.tell(window);
    return described;
  }

  /**
   * Takes a window away before it begins; one that is under way, or a series that has begun, ends now.
   * @throws ApplicationError `not_found`; `maintenance_not_approved`; `maintenance_over`: figures were counted with it
   */
  async remove(scope: Scope, id: string): Promise<void> {
    const window = await this.approved(scope, id);
    const now = new Date(this.clock.nowMs());
    if (window.toAt <= now) throw new ApplicationError('maintenance_over', 'the maintenance is over');
    const hasBegun = window.fromAt < now;
    const { target } = await this.store.describeOne(window);
    const { fromAt: from, toAt: to, recurrence, reason } = window;
    await inTransaction(this.source, async (manager, client) => {
      if (hasBegun) await manager.update(MaintenanceWindow, { id }, { toAt: now });
      else await manager.delete(MaintenanceWindow, { id });
      await this.audit.record(
        {
          action: hasBegun ? 'maintenance.end' : 'maintenance.delete',
          ...target,
          before: { from, to, reason, ...(recurrence === null ? {} : { recurrence }) },
          ...(hasBegun ? { after: { to: now } } : {}),
        },
        client,
      );
    });
    this.store.tell(window);
  }

  /**
   * Calls off one occurrence that lies ahead; the others stay.
   * @throws ApplicationError `not_found`, also for an occurrence that is not there; `maintenance_not_approved`,
   *   `maintenance_begun`
   */
  async cancelOccurrence(scope: Scope, id: string, from: string): Promise<WindowResponse> {
    const window = await this.approved(scope, id);
    const fromMs = Date.parse(from);
    if (
      window.recurrence === null ||
      !this.calendar.occurrences(window).some((one) => one.fromMs === fromMs)
    ) {
      throw notFound('occurrence');
    }
    if (fromMs <= this.clock.nowMs()) {
      throw new ApplicationError('maintenance_begun', 'the occurrence has begun', { field: 'from' });
    }
    const { target } = await this.store.describeOne(window);
    await inTransaction(this.source, async (manager, client) => {
      await client.query(
        'UPDATE maintenance_window SET cancelled_at = array_append(array_remove(cancelled_at, $2), $2) WHERE id = $1',
        [id, new Date(fromMs)],
      );
      await this.audit.record({ action: 'maintenance.cancel', ...target, after: { from } }, client);
    });
    this.store.tell(window);
    return (await this.store.describeOne(await this.store.get(scope, id))).described;
  }

  private timesOf(query: MaintenancePreviewQuery) {
    return announcedTimes(query, this.clock.nowMs(), this.configuration.timeZone);
  }

  private async approved(scope: Scope, id: string): Promise<MaintenanceWindow> {
    const window = await this.store.get(scope, id);
    if (window.state !== 'approved') {
      throw new ApplicationError('maintenance_not_approved', 'the maintenance is not approved');
    }
    return window;
  }
}
