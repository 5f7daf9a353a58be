import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  MaintenanceDecisionInput,
  MaintenanceRequestInput,
  MaintenanceWindow as WindowResponse,
} from '@opsgauge/contract';
import { DataSource } from 'typeorm';
import type { Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { invalid } from './make-up-rules.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { MaintenanceWindowStore } from './maintenance-window-store.service.js';
import { newWindow, requestedTime } from './window-rules.js';

/** Maintenance that a vendor asks for, also afterwards; it counts from the moment its owner approves it. */
@Injectable()
export class MaintenanceRequestsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: MaintenanceWindowStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws ApplicationError `not_found` for a target outside the scope; `in_the_past`, `not_after_start` */
  async ask(scope: Scope, user: UserAccount, input: MaintenanceRequestInput): Promise<WindowResponse> {
    await this.store.requireTarget(scope, input.target);
    const nowMs = this.clock.nowMs();
    const window: MaintenanceWindow = {
      ...newWindow({ ...input, recurrence: null }, [requestedTime(input, nowMs)]),
      state: 'requested',
      requestedBy: user.displayName,
      requestedAt: new Date(nowMs),
    };
    const { described, target } = await this.store.describeOne(window);
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(MaintenanceWindow, window);
      await this.audit.record({ action: 'maintenance.request', ...target, after: input }, client);
    });
    this.store.tell(window);
    return described;
  }

  /**
   * Takes back what is not decided yet.
   * @throws ApplicationError `not_found`, `maintenance_decided`
   */
  async withdraw(scope: Scope, id: string): Promise<void> {
    const window = await this.store.get(scope, id);
    const { target } = await this.store.describeOne(window);
    await inTransaction(this.source, async (manager, client) => {
      const { affected } = await manager.delete(MaintenanceWindow, { id, state: 'requested' });
      if (affected !== 1) throw decided();
      const { fromAt: from, toAt: to, reason } = window;
      await this.audit.record(
        { action: 'maintenance.withdraw', ...target, before: { from, to, reason } },
        client,
      );
    });
    this.store.tell(window);
  }

  /**
   * The owner's word on a request.
   * @throws ApplicationError `not_found`, `maintenance_decided`; `invalid_request` for a refusal without a reason
   */
  async decide(
    scope: Scope,
    user: UserAccount,
    id: string,
    { isApproved, note }: MaintenanceDecisionInput,
  ): Promise<WindowResponse> {
    const window = await this.store.get(scope, id);
    if (!isApproved && note === '') throw invalid('note', 'a refusal says why');
    const { target } = await this.store.describeOne(window);
    const state = isApproved ? ('approved' as const) : ('refused' as const);
    const decision = {
      state,
      decidedBy: user.displayName,
      decidedAt: new Date(this.clock.nowMs()),
      decisionNote: note,
    };
    await inTransaction(this.source, async (manager, client) => {
      const { affected } = await manager.update(MaintenanceWindow, { id, state: 'requested' }, decision);
      if (affected !== 1) throw decided();
      const action = isApproved ? 'maintenance.approve' : 'maintenance.refuse';
      await this.audit.record({ action, ...target, after: { state, note } }, client);
    });
    this.store.tell(window);
    return (await this.store.describeOne({ ...window, ...decision })).described;
  }
}

const decided = () => new ApplicationError('maintenance_decided', 'the request has been decided');
