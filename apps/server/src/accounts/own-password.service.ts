import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ChangePassword } from '@opsgauge/contract';
import { DataSource } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { currentRequest } from '../platform/request-context.js';
import { LoginAttemptsService } from './login-attempts.service.js';
import { isPassword } from './password-hash.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccount } from './user-account.entity.js';

/** The changing of one's own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: PasswordsService,
    private readonly attempts: LoginAttemptsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
  ) {}

  /**
   * A wrong current password counts as a wrong login: an open page is no way around the lock.
   * @throws ApplicationError `wrong_credentials`, `account_locked`, `password_refused`
   */
  async change(user: UserAccount, sessionId: string, body: ChangePassword): Promise<void> {
    const attempt = await this.attempts.begin(user.username, currentRequest()?.address ?? 'unknown');
    if (!(await isPassword(body.currentPassword, user.passwordHash!))) {
      throw new ApplicationError('wrong_credentials', 'currentPassword: is wrong', {
        field: 'currentPassword',
      });
    }
    await attempt.succeed();
    await inTransaction(this.source, async (manager, client) => {
      await this.passwords.choose(manager, user, body.newPassword);
      await this.sessions.endAll(user.id, { manager, exceptSessionId: sessionId });
      await this.audit.record(
        {
          action: 'account.change-password',
          targetKind: 'account',
          targetId: user.id,
          targetName: user.username,
        },
        client,
      );
    });
    this.bus.emit('access.changed', { userId: user.id });
  }
}
