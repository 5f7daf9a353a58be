import { Injectable } from '@nestjs/common';
import type { FaultPerson } from '@opsgauge/contract';
import type { FaultAssignee } from '@opsgauge/domain';
import { AccountsService } from '../accounts/accounts.service.js';
import type { Scope } from '../accounts/scope.js';
import { ScopesService } from '../accounts/scopes.service.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { invalid } from '../inventory/make-up-rules.js';
import { FaultReader } from './fault-reader.service.js';

/** Who works on faults. */
const working: readonly UserAccount['role'][] = ['admin', 'lead', 'operator'];

/** To whom a fault can be given: whoever works on faults, sees this one, and is of the same organization. */
@Injectable()
export class FaultAssignees {
  constructor(
    private readonly accounts: AccountsService,
    private readonly scopes: ScopesService,
    private readonly reader: FaultReader,
  ) {}

  /** @throws ApplicationError `not_found` for a fault out of sight */
  async list(scope: Scope, user: UserAccount, faultId: string): Promise<FaultPerson[]> {
    await this.reader.require(scope, faultId);
    const colleagues = (await this.accounts.list()).filter((one) => isColleague(one, user));
    const seeing = await Promise.all(colleagues.map((one) => this.sees(one, faultId)));
    return colleagues.filter((_, index) => seeing[index]).map(({ id, displayName }) => ({ id, displayName }));
  }

  /** @throws ApplicationError `invalid_request` naming `assigneeId` */
  async require(user: UserAccount, faultId: string, assigneeId: string): Promise<FaultAssignee> {
    const account = await this.accounts.find(assigneeId);
    if (!account || !isColleague(account, user) || !(await this.sees(account, faultId))) {
      throw invalid('assigneeId', 'is nobody to whom this fault can be given');
    }
    return { id: account.id, name: account.displayName };
  }

  private async sees(account: UserAccount, faultId: string): Promise<boolean> {
    return (await this.reader.find(await this.scopes.of(account), faultId)) !== null;
  }
}

const isColleague = ({ role, organizationId, disabledAt }: UserAccount, user: UserAccount): boolean =>
  working.includes(role) &&
  disabledAt === null &&
  (user.role === 'admin' || organizationId === user.organizationId);
