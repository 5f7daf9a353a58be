import { Injectable } from '@nestjs/common';
import type { AuditAction, LoginRequest } from '@opsgauge/contract';
import { AuditService } from '../platform/audit/audit.service.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { setActor } from '../platform/request-context.js';
import { AccountsService } from './accounts.service.js';
import { LoginAttemptsService } from './login-attempts.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type LoginPlace } from './sessions.service.js';
import type { UserAccount } from './user-account.entity.js';

/** The door. */
@Injectable()
export class LoginService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly attempts: LoginAttemptsService,
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * @returns the account and the token for the cookie
   * @throws ApplicationError `account_locked`, `wrong_credentials`, `second_factor_required`, `second_factor_wrong`
   */
  async logIn(request: LoginRequest, place: LoginPlace): Promise<{ account: UserAccount; token: string }> {
    const attempt = await this.attempts.begin(request.username, place.address ?? 'unknown');
    const account = await this.accounts.authenticate(request.username, request.password);
    if (!account) {
      await this.record('session.login-failed', await this.accounts.findByName(request.username));
      throw new ApplicationError('wrong_credentials', 'user name or password is wrong');
    }
    if (account.totpConfirmedAt) {
      if (request.secondFactor === undefined) {
        await attempt.withdraw();
        throw new ApplicationError('second_factor_required', 'type in the code of your authenticator app', {
          field: 'secondFactor',
        });
      }
      await this.checkSecondFactor(account, request.secondFactor);
    }
    await attempt.succeed();
    const token = await this.sessions.begin(account.id, place);
    setActor({ id: account.id, name: account.username });
    await this.record('session.login', account);
    return { account, token };
  }

  private async checkSecondFactor(account: UserAccount, code: string): Promise<void> {
    try {
      await this.secondFactor.check(account, code);
    } catch (error) {
      await this.record('session.login-failed', account);
      throw error;
    }
  }

  /** A name that does not exist is not written down: it may well be a password in the wrong field. */
  private async record(action: AuditAction, account: UserAccount | null): Promise<void> {
    await this.audit.record({
      action,
      targetKind: 'account',
      targetId: account?.id ?? null,
      targetName: account?.username ?? null,
    });
  }
}
