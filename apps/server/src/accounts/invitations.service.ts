import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { Invitation } from './invitation.entity.js';
import { PasswordsService } from './passwords.service.js';
import { hashSecret, newSecret } from './secret.js';
import { SessionsService } from './sessions.service.js';
import { UserAccount } from './user-account.entity.js';

const invitationLifeMs = 72 * 3_600_000;

/** One-time links by which people choose a password: the first one, or a new one instead of a forgotten one. */
@Injectable()
export class InvitationsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a link; one that was made before is no longer good.
   * @throws ApplicationError `account_disabled`
   */
  async invite(account: UserAccount): Promise<{ token: string; expiresAtMs: number }> {
    if (account.disabledAt) throw new ApplicationError('account_disabled', 'the account is disabled');
    const token = newSecret();
    const nowMs = this.clock.nowMs();
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(Invitation, { accountId: account.id, usedAt: IsNull() });
      await manager.insert(Invitation, {
        tokenHash: hashSecret(token),
        accountId: account.id,
        createdAt: new Date(nowMs),
        expiresAt: new Date(nowMs + invitationLifeMs),
        usedAt: null,
      });
      await this.audit.record({ action: 'account.invite', ...target(account) }, client);
    });
    return { token, expiresAtMs: nowMs + invitationLifeMs };
  }

  /**
   * Whom a link is for, as long as it is good: the page says so, and so by which name to log in afterwards.
   * @throws ApplicationError `invitation_invalid`, the same for a link that never was as for one that is used up
   */
  async person(token: string): Promise<{ username: string; displayName: string }> {
    const { manager } = this.source;
    const good = { usedAt: IsNull(), expiresAt: MoreThan(new Date(this.clock.nowMs())) };
    const invitation = await manager.findOneBy(Invitation, { tokenHash: hashSecret(token), ...good });
    const { username, displayName } = await invitedAccount(manager, invitation);
    return { username, displayName };
  }

  /**
   * Uses a link up; of two that come at once, one wins. Logins from before end.
   * @throws ApplicationError `invitation_invalid`; `password_refused`, which leaves the link good
   */
  async accept(token: string, password: string): Promise<void> {
    const now = new Date(this.clock.nowMs());
    const tokenHash = hashSecret(token);
    const accountId = await inTransaction(this.source, async (manager, client) => {
      const { affected } = await manager.update(
        Invitation,
        { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now },
      );
      const invitation = affected === 1 ? await manager.findOneByOrFail(Invitation, { tokenHash }) : null;
      const account = await invitedAccount(manager, invitation);
      await this.passwords.choose(manager, account, password);
      await this.sessions.endAll(account.id, { manager });
      await this.audit.record({ action: 'account.accept-invitation', ...target(account) }, client);
      return account.id;
    });
    this.bus.emit('access.changed', { userId: accountId });
  }
}

async function invitedAccount(manager: EntityManager, invitation: Invitation | null): Promise<UserAccount> {
  const account =
    invitation && (await manager.findOneBy(UserAccount, { id: invitation.accountId, disabledAt: IsNull() }));
  if (account) return account;
  throw new ApplicationError('invitation_invalid', 'the link is unknown, used already or too old');
}

const target = ({ id, username }: UserAccount) => ({
  targetKind: 'account',
  targetId: id,
  targetName: username,
});
