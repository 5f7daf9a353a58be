import { Injectable } from '@nestjs/common';
import type { Account } from '@opsgauge/contract';
import { GrantsService } from './grants.service.js';
import { OrganizationsService } from './organizations.service.js';
import type { UserAccount } from './user-account.entity.js';

/** Accounts as the API tells them. */
@Injectable()
export class AccountResponseService {
  constructor(
    private readonly grants: GrantsService,
    private readonly organizations: OrganizationsService,
  ) {}

  async describe(account: UserAccount): Promise<Account> {
    const [described] = await this.describeAll([account]);
    return described!;
  }

  async describeAll(accounts: readonly UserAccount[]): Promise<Account[]> {
    const [grants, names] = await Promise.all([
      this.grants.of(accounts.map(({ id }) => id)),
      this.organizations.names(accounts.flatMap(({ organizationId }) => organizationId ?? [])),
    ]);
    return accounts.map((account) => ({
      id: account.id,
      username: account.username,
      displayName: account.displayName,
      role: account.role,
      organizationId: account.organizationId,
      organizationName: account.organizationId && (names.get(account.organizationId) ?? null),
      isDisabled: account.disabledAt !== null,
      isInvited: account.passwordHash === null,
      hasTotp: account.totpConfirmedAt !== null,
      lastLoginAt: account.lastLoginAt?.toISOString() ?? null,
      grants: grants.get(account.id)!,
    }));
  }
}
