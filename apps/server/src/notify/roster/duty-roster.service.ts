import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { DutyShift as ShiftResponse, DutyShiftInput } from '@opsgauge/contract';
import type { DutyTime, Interval } from '@opsgauge/domain';
import { DataSource, LessThan, LessThanOrEqual, MoreThan, Repository } from 'typeorm';
import type { Scope } from '../../accounts/scope.js';
import type { UserAccount } from '../../accounts/user-account.entity.js';
import { ProjectsService } from '../../inventory/projects.service.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { ApplicationError, notFound } from '../../platform/errors/application-error.js';
import { ChannelsReader } from '../channels/channels-reader.js';
import { ChannelsService } from '../channels/channels.service.js';
import { manages } from '../managed-organization.js';
import { DutyShift } from './duty-shift.entity.js';
import { changedShift, describeShift, dutyTimeOf, toldShift } from './shift-values.js';

/** 值班表: who is on duty when, for which system or project. */
@Injectable()
export class DutyRosterService {
  constructor(
    @InjectRepository(DutyShift) private readonly shifts: Repository<DutyShift>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly projects: ProjectsService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly channels: ChannelsService,
    private readonly channelsById: ChannelsReader,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Everybody who is on duty at a moment, for whoever plans messages. */
  async onDuty(atMs: number): Promise<DutyTime[]> {
    const at = new Date(atMs);
    const shifts = await this.shifts.findBy({ fromAt: LessThanOrEqual(at), toAt: MoreThan(at) });
    return shifts.map(dutyTimeOf);
  }

  /** The shifts within a period, of the systems and projects somebody sees. */
  async list(user: UserAccount, scope: Scope, { fromMs, toMs }: Interval): Promise<ShiftResponse[]> {
    const { seesSystem, seesProject } = await this.visibility.of(scope);
    const shifts = await this.shifts.find({
      where: { fromAt: LessThan(new Date(toMs)), toAt: MoreThan(new Date(fromMs)) },
      order: { fromAt: 'ASC', personName: 'ASC', id: 'ASC' },
    });
    return this.describe(
      user,
      shifts.filter(({ systemId, projectId }) => (systemId ? seesSystem(systemId) : seesProject(projectId!))),
    );
  }

  /** @throws ApplicationError `not_found` for a target or channel out of sight; `not_after_start` */
  create(user: UserAccount, scope: Scope, input: DutyShiftInput): Promise<ShiftResponse> {
    const fresh = {
      id: crypto.randomUUID(),
      organizationId: user.organizationId,
      createdAt: new Date(this.clock.nowMs()),
    };
    return this.save(user, scope, null, changedShift(fresh, input));
  }

  /** @throws ApplicationError `not_found`, and as `create` */
  async change(user: UserAccount, scope: Scope, id: string, input: DutyShiftInput): Promise<ShiftResponse> {
    const known = await this.get(user, id);
    return this.save(user, scope, known, changedShift(known, input));
  }

  /** @throws ApplicationError `not_found` */
  async remove(user: UserAccount, id: string): Promise<void> {
    const known = await this.get(user, id);
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(DutyShift, { id });
      await this.audit.record(
        { action: 'duty-shift.delete', ...target(known), before: toldShift(known) },
        client,
      );
    });
  }

  private async get(user: UserAccount, id: string): Promise<DutyShift> {
    const known = await this.shifts.findOneBy({ id });
    if (!known || !manages(user, known.organizationId)) throw notFound('shift');
    return known;
  }

  private async save(
    user: UserAccount,
    scope: Scope,
    known: DutyShift | null,
    shift: DutyShift,
  ): Promise<ShiftResponse> {
    if (shift.toAt <= shift.fromAt) {
      throw new ApplicationError('not_after_start', 'to: must be after from', { field: 'to' });
    }
    await this.requireTarget(scope, shift);
    if (shift.channelId !== null) await this.channels.get(user, shift.channelId);
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(DutyShift, shift);
      const action = known ? 'duty-shift.change' : 'duty-shift.create';
      const change = { before: known && toldShift(known), after: toldShift(shift) };
      await this.audit.record({ action, ...target(shift), ...change }, client);
    });
    const [described] = await this.describe(user, [shift]);
    return described!;
  }

  private async requireTarget(scope: Scope, { systemId, projectId }: DutyShift): Promise<void> {
    if (systemId !== null) {
      await this.visibility.requireSystem(scope, systemId);
      await this.systems.get(systemId);
    } else if (!(await this.projects.list(scope)).some(({ id }) => id === projectId)) {
      throw notFound('project');
    }
  }

  private async describe(user: UserAccount, shifts: readonly DutyShift[]): Promise<ShiftResponse[]> {
    const [systems, projects, channels] = await Promise.all([
      this.systems.names(shifts.flatMap(({ systemId }) => systemId ?? [])),
      this.projects.names(shifts.flatMap(({ projectId }) => projectId ?? [])),
      this.channelsById.byId(shifts.flatMap(({ channelId }) => channelId ?? [])),
    ]);
    return shifts.map((shift) => ({
      ...describeShift(shift),
      targetName: systems.get(shift.systemId ?? '') ?? projects.get(shift.projectId ?? '') ?? '',
      channelName: channels.get(shift.channelId ?? '')?.name ?? null,
      isOwn: manages(user, shift.organizationId),
    }));
  }
}

const target = ({ id, personName }: DutyShift) => ({
  targetKind: 'duty-shift',
  targetId: id,
  targetName: personName,
});
