import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { TotpSetup } from '@opsgauge/contract';
import { DataSource, type EntityManager, IsNull, LessThan } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { hashSecret, readableSecret } from './secret.js';
import { acceptedStep, newTotpSecret, otpauthUrl } from './totp.js';
import { UserAccount } from './user-account.entity.js';

const recoveryCodeCount = 10;

/** The optional second factor: six digits of an authenticator app, or one of ten recovery codes. */
@Injectable()
export class SecondFactorService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a secret; it counts only from `confirm` on.
   * @throws ApplicationError `second_factor_on`
   */
  async setUp(account: UserAccount): Promise<TotpSetup> {
    if (account.totpConfirmedAt)
      throw new ApplicationError('second_factor_on', 'the second factor is on already');
    const secret = newTotpSecret();
    await this.source.manager.update(
      UserAccount,
      { id: account.id, totpConfirmedAt: IsNull() },
      { totpSecret: secret, totpLastStep: null },
    );
    return { secret, otpauthUrl: otpauthUrl(secret, account.username) };
  }

  /**
   * Turns the second factor on with the app's first code.
   * @returns the recovery codes, shown once
   * @throws ApplicationError `second_factor_not_begun`, `second_factor_wrong`
   */
  async confirm(account: UserAccount, code: string): Promise<string[]> {
    if (!account.totpSecret || account.totpConfirmedAt) {
      throw new ApplicationError('second_factor_not_begun', 'there is no second factor to be confirmed');
    }
    const codes = Array.from({ length: recoveryCodeCount }, readableSecret);
    await inTransaction(this.source, async (manager, client) => {
      if (!(await this.useCode(manager, account, code))) throw wrong();
      await manager.update(
        UserAccount,
        { id: account.id },
        { totpConfirmedAt: new Date(this.clock.nowMs()) },
      );
      await manager.delete(RecoveryCode, { accountId: account.id });
      await manager.insert(
        RecoveryCode,
        codes.map((one) => ({ accountId: account.id, codeHash: hashSecret(one) })),
      );
      await this.audit.record({ action: 'account.second-factor-on', ...target(account) }, client);
    });
    return codes;
  }

  /** Turns it off: by its owner with a code, or by an administrator without one. */
  async turnOff(account: UserAccount, code?: string): Promise<void> {
    await inTransaction(this.source, async (manager, client) => {
      if (code !== undefined && !(await this.isRight(manager, account, code))) throw wrong();
      await manager.update(
        UserAccount,
        { id: account.id },
        { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
      );
      await manager.delete(RecoveryCode, { accountId: account.id });
      await this.audit.record({ action: 'account.second-factor-off', ...target(account) }, client);
    });
  }

  /**
   * Checks what was typed at a login, and uses it up: a code is good for one login.
   * @throws ApplicationError `second_factor_wrong`
   */
  async check(account: UserAccount, code: string): Promise<void> {
    if (!(await this.isRight(this.source.manager, account, code))) throw wrong();
  }

  private async isRight(manager: EntityManager, account: UserAccount, code: string): Promise<boolean> {
    if (/^\d{6}$/.test(code)) return this.useCode(manager, account, code);
    const codeHash = hashSecret(code.toLowerCase());
    const { affected } = await manager.delete(RecoveryCode, { accountId: account.id, codeHash });
    return affected === 1;
  }

  /** Of two logins with the same code, one wins. */
  private async useCode(manager: EntityManager, account: UserAccount, code: string): Promise<boolean> {
    if (!account.totpSecret) return false;
    const lastStep = account.totpLastStep === null ? null : Number(account.totpLastStep);
    const step = acceptedStep(account.totpSecret, code, this.clock.nowMs(), lastStep);
    if (step === null) return false;
    const { affected } = await manager.update(
      UserAccount,
      [
        { id: account.id, totpLastStep: IsNull() },
        { id: account.id, totpLastStep: LessThan(String(step)) },
      ],
      { totpLastStep: String(step) },
    );
    return affected === 1;
  }
}

const target = ({ id, username }: UserAccount) => ({
  targetKind: 'account',
  targetId: id,
  targetName: username,
  before: null,
  after: null,
});

const wrong = (): ApplicationError =>
  new ApplicationError('second_factor_wrong', 'the code is wrong or was used already', {
    field: 'secondFactor',
  });
