import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { Grant, GrantTarget } from '@opsgauge/contract';
import { DataSource, In, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { AccessGrant } from './access-grant.entity.js';
import { GrantTargets } from './grant-targets.js';
import { Organization } from './organization.entity.js';
import type { UserAccount } from './user-account.entity.js';

/** What accounts were given to see. */
@Injectable()
export class GrantsService {
  constructor(
    @InjectRepository(AccessGrant) private readonly grants: Repository<AccessGrant>,
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly targets: GrantTargets,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** The grants of these accounts, by account, each with its target's name. */
  async of(accountIds: readonly string[]): Promise<Map<string, Grant[]>> {
    const found = await this.grants.find({
      where: { accountId: In([...accountIds]) },
      order: { createdAt: 'ASC' },
    });
    const names = await this.namesOf(found.map(targetOf));
    const byAccount = new Map<string, Grant[]>(accountIds.map((id) => [id, []]));
    for (const grant of found) {
      const target = targetOf(grant);
      byAccount
        .get(grant.accountId)!
        .push({ id: grant.id, target, targetName: names.get(idOf(target)) ?? '' });
    }
    return byAccount;
  }

  /**
   * Gives an account something more to see.
   * @throws ApplicationError `invalid_request` when there is no such thing, `conflict` when it has it already
   */
  async add(account: UserAccount, target: GrantTarget): Promise<Grant> {
    const targetName = (await this.namesOf([target])).get(idOf(target));
    if (targetName === undefined) {
      throw new ApplicationError('invalid_request', `${fieldOf[target.kind]}: does not exist`, {
        field: fieldOf[target.kind],
      });
    }
    const id = crypto.randomUUID();
    await refusingConflicts(account.username, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.insert(AccessGrant, {
          id,
          accountId: account.id,
          [fieldOf[target.kind]]: idOf(target),
          createdAt: new Date(this.clock.nowMs()),
        });
        const after = { ...target, targetName };
        await this.audit.record({ action: 'grant.add', ...audited(account), after }, client);
      }),
    );
    this.bus.emit('access.changed', { userId: account.id });
    return { id, target, targetName };
  }

  /** @throws ApplicationError `not_found`, also for another account's grant */
  async remove(account: UserAccount, id: string): Promise<void> {
    const found = (await this.of([account.id])).get(account.id)!.find((grant) => grant.id === id);
    if (!found) throw notFound('grant');
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(AccessGrant, { id });
      const before = { ...found.target, targetName: found.targetName };
      await this.audit.record({ action: 'grant.remove', ...audited(account), before }, client);
    });
    this.bus.emit('access.changed', { userId: account.id });
  }

  private async namesOf(targets: readonly GrantTarget[]): Promise<Map<string, string>> {
    const ids = (kind: GrantTarget['kind']) => targets.filter((one) => one.kind === kind).map(idOf);
    const [organizations, systems, projects] = await Promise.all([
      this.organizations.findBy({ id: In(ids('organization')) }),
      this.targets.names('system', ids('system')),
      this.targets.names('project', ids('project')),
    ]);
    return new Map([...organizations.map(({ id, name }) => [id, name] as const), ...systems, ...projects]);
  }
}

const fieldOf = { organization: 'organizationId', system: 'systemId', project: 'projectId' } as const;

function idOf(target: GrantTarget): string {
  if (target.kind === 'organization') return target.organizationId;
  return target.kind === 'system' ? target.systemId : target.projectId;
}

function targetOf({ organizationId, systemId, projectId }: AccessGrant): GrantTarget {
  if (organizationId) return { kind: 'organization', organizationId };
  return systemId ? { kind: 'system', systemId } : { kind: 'project', projectId: projectId! };
}

const audited = ({ id, username }: UserAccount) => ({
  targetKind: 'account',
  targetId: id,
  targetName: username,
});
