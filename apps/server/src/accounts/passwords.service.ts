import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { hashPassword, isPassword } from './password-hash.js';
import { PasswordHistory } from './password-history.entity.js';
import { brokenPasswordRule } from './password-rules.js';
import { UserAccount } from './user-account.entity.js';

/** So many passwords of one's own, the current one included, are not chosen again. */
const rememberedCount = 5;

/** What a person may choose as a password, and the choosing of it. */
@Injectable()
export class PasswordsService {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes `password` the account's own, chosen by its person.
   * @throws ApplicationError `password_refused` with the rule it breaks
   */
  async choose(manager: EntityManager, account: UserAccount, password: string): Promise<void> {
    const broken = brokenPasswordRule(account.username, password);
    if (broken) throw refused(broken);
    const history = await manager.find(PasswordHistory, {
      where: { accountId: account.id },
      order: { createdAt: 'DESC' },
      take: rememberedCount,
    });
    const remembered = [account.passwordHash, ...history.map((one) => one.passwordHash)];
    for (const hash of new Set(remembered)) {
      if (hash && (await isPassword(password, hash))) {
        throw refused(`must not be one of the last ${rememberedCount} passwords`);
      }
    }
    await this.set(manager, account.id, password, false);
  }

  /** Stores a password without asking what it is like. */
  async set(
    manager: EntityManager,
    accountId: string,
    password: string,
    mustChangePassword: boolean,
  ): Promise<void> {
    const passwordHash = await hashPassword(password);
    await manager.update(UserAccount, { id: accountId }, { passwordHash, mustChangePassword });
    const createdAt = new Date(this.clock.nowMs());
    await manager.upsert(PasswordHistory, { accountId, createdAt, passwordHash }, ['accountId', 'createdAt']);
    const older = await manager.find(PasswordHistory, {
      where: { accountId },
      order: { createdAt: 'DESC' },
      skip: rememberedCount,
    });
    await manager.remove(older);
  }
}

const refused = (rule: string): ApplicationError =>
  new ApplicationError('password_refused', `newPassword: ${rule}`, { field: 'newPassword' });
