import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { AccessGrant } from './access-grant.entity.js';
import { noScope, type Scope } from './scope.js';
import type { UserAccount } from './user-account.entity.js';

/** The one place that decides who may look where. */
@Injectable()
export class ScopesService {
  constructor(@InjectRepository(AccessGrant) private readonly grants: Repository<AccessGrant>) {}

  /**
   * An administrator sees everything, anybody else what the account's grants name. A vendor's and an owner's own
   * organization counts as granted; an evaluator is told each time what to look at.
   */
  async of(account: UserAccount): Promise<Scope> {
    if (account.role === 'admin') return { isEverything: true };
    if (account.disabledAt) return noScope;
    const grants = await this.grants.findBy({ accountId: account.id });
    const own = account.role === 'evaluator' ? null : account.organizationId;
    return {
      isEverything: false,
      organizationIds: present([own, ...grants.map(({ organizationId }) => organizationId)]),
      systemIds: present(grants.map(({ systemId }) => systemId)),
      projectIds: present(grants.map(({ projectId }) => projectId)),
      isVendor: account.role === 'lead' || account.role === 'operator',
    };
  }
}

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];
