import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { OrganizationInput, OrganizationKind } from '@opsgauge/contract';
import { DataSource, In, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, assertUnused, notFound } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { AccessGrant } from './access-grant.entity.js';
import { GrantTargets } from './grant-targets.js';
import { Organization } from './organization.entity.js';
import type { Scope } from './scope.js';
import { UserAccount } from './user-account.entity.js';

/** Owner units, vendors and evaluators. */
@Injectable()
export class OrganizationsService {
  constructor(
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly targets: GrantTargets,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** The organizations whose names somebody may see. */
  async listFor(user: UserAccount, scope: Scope): Promise<Organization[]> {
    const order = { kind: 'ASC', name: 'ASC' } as const;
    if (scope.isEverything) return this.organizations.find({ order });
    const ids = [
      ...(user.organizationId ? [user.organizationId] : []),
      ...scope.organizationIds,
      ...(await this.targets.organizationIdsIn(scope)),
    ];
    return this.organizations.find({ where: { id: In(ids) }, order });
  }

  /** Names by id, of those that exist. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.organizations.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** What each is, of those that exist. */
  async kinds(ids: readonly string[]): Promise<Map<string, OrganizationKind>> {
    const found = await this.organizations.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, kind }) => [id, kind]));
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<Organization> {
    const organization = await this.organizations.findOneBy({ id });
    if (!organization) throw notFound('organization');
    return organization;
  }

  /**
   * The organization a field of a request names, which has to be of that kind.
   * @throws ApplicationError `invalid_request` naming the field
   */
  async assertKind(field: string, id: string | null, kind: OrganizationInput['kind']): Promise<void> {
    if (id === null || (await this.organizations.existsBy({ id, kind }))) return;
    throw new ApplicationError('invalid_request', `${field}: must be an organization of kind ${kind}`, {
      field,
    });
  }

  /** @throws ApplicationError `name_taken` */
  async create(input: OrganizationInput): Promise<Organization> {
    const organization = { ...input, id: crypto.randomUUID(), createdAt: new Date(this.clock.nowMs()) };
    await refusingConflicts(input.name, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.insert(Organization, organization);
        await this.audit.record(
          { action: 'organization.create', ...target(organization), after: input },
          client,
        );
      }),
    );
    this.tell();
    return organization;
  }

  /** @throws ApplicationError `not_found`; `name_taken`; `in_use` when the kind of one would change that something refers to */
  async change(id: string, input: OrganizationInput): Promise<Organization> {
    const known = await this.get(id);
    if (known.kind !== input.kind) await this.assertOrganizationUnused(known, 'whose kind cannot change');
    await refusingConflicts(input.name, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.update(Organization, { id }, input);
        const before = { name: known.name, kind: known.kind };
        await this.audit.record(
          { action: 'organization.change', ...target(known), before, after: input },
          client,
        );
      }),
    );
    this.tell();
    return this.get(id);
  }

  /** @throws ApplicationError `not_found`, `in_use` saying what is in the way */
  async remove(id: string): Promise<void> {
    const known = await this.get(id);
    await this.assertOrganizationUnused(known, 'which cannot be deleted');
    await refusingConflicts(known.name, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.delete(Organization, { id });
        const before = { name: known.name, kind: known.kind };
        await this.audit.record({ action: 'organization.delete', ...target(known), before }, client);
      }),
    );
    this.tell();
  }

  private async assertOrganizationUnused({ id, name }: Organization, consequence: string): Promise<void> {
    const [accounts, grants, below] = await Promise.all([
      this.source.manager.countBy(UserAccount, { organizationId: id }),
      this.source.manager.countBy(AccessGrant, { organizationId: id }),
      this.targets.usesOf(id),
    ]);
    assertUnused(`the organization ${name}, ${consequence}`, { accounts, grants, ...below });
  }

  /** Names of organizations stand on pages of systems, projects and contracts. */
  private tell(): void {
    this.bus.emit('servers.changed', { serverIds: [], systemIds: [] });
  }
}

const target = ({ id, name }: Organization) => ({
  targetKind: 'organization',
  targetId: id,
  targetName: name,
});
