import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { AccountChange, Role } from '@opsgauge/contract';
import { DataSource, type EntityManager, IsNull, Not, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { ConfigurationError } from '../platform/configuration/configuration.js';
import type { Queryable } from '../platform/database/database.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { assertOrganizationFits } from './organization-of-role.js';
import { hashPassword, isPassword } from './password-hash.js';
import { brokenPasswordRule } from './password-rules.js';
import { PasswordsService } from './passwords.service.js';
import { readableSecret } from './secret.js';
import { SessionsService } from './sessions.service.js';
import { UserAccount } from './user-account.entity.js';

/** Any number that nothing else locks: of two changes at once, neither may take the last administrator away. */
const administratorsLock = 7_120_010;

/** The people who may log in. */
@Injectable()
export class AccountsService {
  /** Compared against when the name is unknown, so that an answer takes as long for any name. */
  private readonly decoyHash = hashPassword(crypto.randomUUID());

  constructor(
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** The account, or null when name or password is wrong, or nobody may log in by it; which of them is not told. */
  async authenticate(username: string, password: string): Promise<UserAccount | null> {
    const account = await this.accounts.findOneBy({ username });
    const isRight = await isPassword(password, account?.passwordHash ?? (await this.decoyHash));
    return isRight && account?.passwordHash && !account.disabledAt ? account : null;
  }

  find(id: string): Promise<UserAccount | null> {
    return this.accounts.findOneBy({ id });
  }

  findByName(username: string): Promise<UserAccount | null> {
    return this.accounts.findOneBy({ username });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<UserAccount> {
    const account = await this.find(id);
    if (!account) throw notFound('account');
    return account;
  }

  list(): Promise<UserAccount[]> {
    return this.accounts.find({ order: { username: 'ASC' } });
  }

  /**
   * Makes an account. Without a password nobody can log in by it until an invitation is accepted.
   * @throws ApplicationError `name_taken`, `invalid_request` when the organization does not fit
   */
  async create(account: {
    username: string;
    displayName: string;
    role: Role;
    organizationId?: string | null;
    password?: string;
    mustChangePassword?: boolean;
  }): Promise<UserAccount> {
    const { password, mustChangePassword = false, organizationId = null, ...rest } = account;
    const id = crypto.randomUUID();
    await refusingConflicts(account.username, () =>
      inTransaction(this.source, async (manager, client) => {
        await assertOrganizationFits(manager, rest.role, organizationId);
        await manager.insert(UserAccount, {
          ...rest,
          id,
          organizationId,
          passwordHash: null,
          createdAt: new Date(this.clock.nowMs()),
        });
        if (password !== undefined) await this.passwords.set(manager, id, password, mustChangePassword);
        const after = { ...rest, organizationId };
        await this.audit.record({ action: 'account.create', ...target(id, rest.username), after }, client);
      }),
    );
    return this.get(id);
  }

  /** @throws ApplicationError as `create` does, also `last_administrator` */
  async change(id: string, change: AccountChange): Promise<UserAccount> {
    const { isDisabled, ...fields } = change;
    await inTransaction(this.source, async (manager, client) => {
      const before = await this.lock(manager, client, id);
      const after: UserAccount = Object.assign(new UserAccount(), before, fields);
      if (isDisabled !== undefined) {
        after.disabledAt = isDisabled ? (before.disabledAt ?? new Date(this.clock.nowMs())) : null;
      }
      await assertOrganizationFits(manager, after.role, after.organizationId);
      await manager.save(after);
      await assertAnAdministratorStays(manager);
      if (after.disabledAt) await this.sessions.endAll(id, { manager });
      const action =
        isDisabled === undefined ? 'account.change' : isDisabled ? 'account.disable' : 'account.enable';
      await this.audit.record(
        { action, ...target(id, before.username), before: told(before), after: told(after) },
        client,
      );
    });
    this.bus.emit('access.changed', { userId: id });
    return this.get(id);
  }

  /**
   * Takes away an account by which nobody ever logged in.
   * @throws ApplicationError `account_used` for any other: what it did refers to it
   */
  async remove(id: string): Promise<void> {
    await inTransaction(this.source, async (manager, client) => {
      const account = await this.lock(manager, client, id);
      if (account.lastLoginAt) {
        throw new ApplicationError('account_used', 'the account has been used; disable it instead');
      }
      await refusingConflicts(account.username, () => manager.delete(UserAccount, { id }));
      await assertAnAdministratorStays(manager);
      const before = told(account);
      await this.audit.record({ action: 'account.delete', ...target(id, account.username), before }, client);
    });
    this.bus.emit('access.changed', { userId: id });
  }

  /**
   * Makes the first account on the first run.
   * @param givenPassword of OPSGAUGE_ADMIN_PASSWORD; looked at on the first run only, when it becomes a password
   * @throws ConfigurationError when it is not what a person might choose
   * @returns null unless this is the first run; of it, the password if it was generated: the only moment to show it
   */
  async ensureAdmin(givenPassword: string | undefined): Promise<{ generatedPassword: string | null } | null> {
    if ((await this.accounts.count()) > 0) return null;
    const username = 'admin';
    const broken = givenPassword === undefined ? null : brokenPasswordRule(username, givenPassword);
    if (broken) throw new ConfigurationError(`OPSGAUGE_ADMIN_PASSWORD ${broken}`);
    const password = givenPassword ?? readableSecret();
    const mustChangePassword = givenPassword === undefined;
    await this.create({
      username,
      displayName: '管理员',
      role: 'admin',
      password,
      mustChangePassword,
    });
    return { generatedPassword: givenPassword === undefined ? password : null };
  }

  /** The account, to be changed by this transaction only. */
  private async lock(manager: EntityManager, client: Queryable, id: string): Promise<UserAccount> {
    await client.query('SELECT pg_advisory_xact_lock($1)', [administratorsLock]);
    const account = await manager.findOneBy(UserAccount, { id });
    if (!account) throw notFound('account');
    return account;
  }
}

async function assertAnAdministratorStays(manager: EntityManager): Promise<void> {
  const criteria = { role: 'admin' as const, disabledAt: IsNull(), passwordHash: Not(IsNull()) };
  if (await manager.existsBy(UserAccount, criteria)) return;
  throw new ApplicationError('last_administrator', 'this is the last administrator who can log in');
}

const target = (id: string, username: string) => ({
  targetKind: 'account',
  targetId: id,
  targetName: username,
});

const told = ({ displayName, role, organizationId, disabledAt }: UserAccount) => ({
  displayName,
  role,
  organizationId,
  isDisabled: disabledAt !== null,
});
