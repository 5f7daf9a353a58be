import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuditAction, faultReportSchema } from '@opsgauge/contract';
import { faultTitleText, recoveredAt, startOf, type FaultAssignee } from '@opsgauge/domain';
import type { z } from 'zod';
import type { Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { invalid } from '../inventory/make-up-rules.js';
import { SystemsService } from '../inventory/systems.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Database, type Queryable } from '../platform/database/database.js';
import { againAfterDeadlock } from '../platform/database/deadlock.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { FaultAssignees } from './fault-assignees.service.js';
import { vendorsOf } from './fault-filters.js';
import { FaultReader } from './fault-reader.service.js';
import { FaultStore, type StoredFault } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';
import { FaultTimeline } from './fault-timeline.service.js';
import { actorOf, deedOf, type EntryInput } from './people-deeds.js';
import { RootCausesService } from './root-causes.service.js';

type Report = z.output<typeof faultReportSchema>;

/** What people do to faults. Who may do what, and when, is the domain's table of transitions. */
@Injectable()
export class FaultLife {
  constructor(
    private readonly database: Database,
    private readonly store: FaultStore,
    private readonly timeline: FaultTimeline,
    private readonly reader: FaultReader,
    private readonly terms: FaultTermsService,
    private readonly assignees: FaultAssignees,
    private readonly rootCauses: RootCausesService,
    private readonly visibility: VisibilityService,
    private readonly systems: SystemsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Enters a fault that somebody told of, by telephone for instance.
   * @returns its id
   * @throws ApplicationError `not_found` for a system out of sight; `invalid_request` for a server that is not its or
   *   a start under another vendor's contract; `fault_moment_invalid`
   */
  async report(scope: Scope, user: UserAccount, report: Report): Promise<string> {
    const { systemId, serverId, text, severity, stopsCriticalService, note } = report;
    await this.visibility.requireSystem(scope, systemId);
    const { memberships } = await this.systems.get(systemId);
    if (serverId !== null && !memberships.some((one) => one.serverId === serverId)) {
      throw invalid('serverId', 'is no server of this system');
    }
    const startMs = Date.parse(report.startAt);
    await this.assertAnsweredFor(scope, systemId, startMs);
    const id = crypto.randomUUID();
    const title = { code: 'reported', params: { text } };
    const origin = { id, systemId, serverId, title, componentId: null, conditionKey: null, ruleId: null };
    await this.database.transaction(async (client) => {
      await this.timeline.begin(
        client,
        { ...origin, source: 'person', evidence: {} },
        { action: 'report', startMs, severity, stopsCriticalService },
        actorOf(user),
        note,
      );
      await this.record(client, 'report', { id, title }, report);
    });
    return id;
  }

  /**
   * Enters what somebody does to a fault, with its reason where one is asked for.
   * @throws ApplicationError `not_found` for one out of sight; `forbidden` for somebody else's deed;
   *   `fault_not_possible`, `fault_over_too_long`, `fault_request_pending`, `fault_request_decided`,
   *   `fault_moment_invalid`; `invalid_request` naming the field
   */
  async enter(scope: Scope, user: UserAccount, id: string, entry: EntryInput): Promise<void> {
    const { system_id: systemId } = await this.reader.require(scope, id);
    if (entry.action === 'report') await this.assertAnsweredFor(scope, systemId, Date.parse(entry.startAt));
    if (entry.action === 'close') await this.rootCauses.assertKnown('rootCauseCode', entry.rootCauseCode);
    if (entry.action === 'merge') await this.reader.require(scope, entry.intoFaultId);
    const assignee = await this.assigneeOf(user, id, entry);
    // A merge locks two faults, while what looks for faults may hold one of them and want the other.
    await againAfterDeadlock(() =>
      this.database.transaction(async (client) => {
        const stored =
          entry.action === 'merge'
            ? await this.absorb(client, id, entry.intoFaultId, user, entry.note)
            : await this.store.lock(client, id);
        const deed = deedOf(entry, stored.fault, assignee);
        await this.timeline.enter(client, stored, deed, actorOf(user), entry.note);
        await this.record(client, entry.action, stored.row, entry);
      }),
    );
  }

  /**
   * A vendor enters nothing under another vendor's contract, whose people would have to answer for it.
   * @throws ApplicationError `invalid_request` naming `startAt`
   */
  private async assertAnsweredFor(scope: Scope, systemId: string, startMs: number): Promise<void> {
    const own = vendorsOf(scope);
    const { vendorOrganizationId } = await this.terms.of(systemId, startMs);
    if (own === null || vendorOrganizationId === null || own.includes(vendorOrganizationId)) return;
    throw invalid('startAt', "lies in the time of another vendor's contract");
  }

  private async assigneeOf(user: UserAccount, id: string, entry: EntryInput): Promise<FaultAssignee | null> {
    if (entry.action === 'acknowledge') return { id: user.id, name: user.displayName };
    if (entry.action !== 'assign' || entry.assigneeId === null) return null;
    return this.assignees.require(user, id, entry.assigneeId);
  }

  /** The other fault takes this one in; @returns this one, locked. */
  private async absorb(client: Queryable, id: string, intoId: string, user: UserAccount, note: string) {
    if (id === intoId) throw invalid('intoFaultId', 'is the fault itself');
    // In one order, so that two merges do not wait for each other.
    const byId = new Map<string, StoredFault>();
    for (const one of [id, intoId].sort()) byId.set(one, await this.store.lock(client, one));
    const [own, into] = [byId.get(id)!, byId.get(intoId)!];
    if (own.row.system_id !== into.row.system_id) throw invalid('intoFaultId', 'is of another system');
    if (recoveredAt(own.fault) === null && recoveredAt(into.fault) !== null) {
      const why = 'intoFaultId: is over, while the fault itself lasts';
      throw new ApplicationError('fault_not_possible', why, { field: 'intoFaultId' });
    }
    const { notifiableMs } = own.fault.spells[0];
    const isWatched = own.fault.isWatched && recoveredAt(own.fault) === null;
    const deed = {
      action: 'absorb',
      faultId: id,
      startMs: startOf(own.fault),
      notifiableMs,
      isWatched,
    } as const;
    await this.timeline.enter(client, into, deed, actorOf(user), note);
    return own;
  }

  private record(
    client: Queryable,
    action: EntryInput['action'],
    { id, title }: Pick<StoredFault['row'], 'id' | 'title'>,
    after: object,
  ): Promise<void> {
    const words = action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return this.audit.record(
      {
        action: `fault.${words}` as AuditAction,
        targetKind: 'fault',
        targetId: id,
        targetName: faultTitleText(title, 'zh-CN'),
        after,
      },
      client,
    );
  }
}
