import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { ApiTokenInput } from '@opsgauge/contract';
import { DataSource, MoreThan, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { notFound } from '../platform/errors/application-error.js';
import { AccountsService } from './accounts.service.js';
import { ApiToken } from './api-token.entity.js';
import { hashSecret, newSecret } from './secret.js';
import type { UserAccount } from './user-account.entity.js';

/** Says at first sight, also to scanners of leaked secrets, what a text is. */
export const apiTokenPrefix = 'ogt_';
const dayMs = 86_400_000;
const touchEveryMs = 60_000;

/** Tokens by which programs come in as their owner. */
@Injectable()
export class ApiTokensService {
  constructor(
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The owner's tokens, expired ones included, the newest first. */
  listOf(accountId: string): Promise<ApiToken[]> {
    return this.tokens.find({ where: { accountId }, order: { createdAt: 'DESC' } });
  }

  /** @returns the token itself beside its row: the only moment it can be shown */
  async create(owner: UserAccount, input: ApiTokenInput): Promise<{ row: ApiToken; token: string }> {
    const token = `${apiTokenPrefix}${newSecret()}`;
    const nowMs = this.clock.nowMs();
    const row = this.tokens.create({
      id: crypto.randomUUID(),
      accountId: owner.id,
      name: input.name,
      tokenHash: hashSecret(token),
      canWrite: input.canWrite,
      createdAt: new Date(nowMs),
      expiresAt: new Date(nowMs + input.expiresInDays * dayMs),
      lastUsedAt: null,
    });
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(ApiToken, row);
      await this.audit.record({ action: 'api-token.create', ...target(row), after: input }, client);
    });
    return { row, token };
  }

  /** @throws ApplicationError `not_found`, also for somebody else's */
  async revoke(ownerId: string, id: string): Promise<void> {
    const row = await this.tokens.findOneBy({ id, accountId: ownerId });
    if (!row) throw notFound('token');
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(ApiToken, { id });
      await this.audit.record({ action: 'api-token.revoke', ...target(row) }, client);
    });
  }

  /** Whom a token stands for, and what it may; null when it is unknown or too old, or its owner disabled. */
  async resolve(token: string): Promise<{ user: UserAccount; canWrite: boolean } | null> {
    const nowMs = this.clock.nowMs();
    const row = await this.tokens.findOneBy({
      tokenHash: hashSecret(token),
      expiresAt: MoreThan(new Date(nowMs)),
    });
    const user = row && (await this.accounts.find(row.accountId));
    if (!user || user.disabledAt) return null;
    if (nowMs - (row.lastUsedAt?.getTime() ?? 0) > touchEveryMs) {
      await this.tokens.update({ id: row.id }, { lastUsedAt: new Date(nowMs) });
    }
    return { user, canWrite: row.canWrite };
  }
}

const target = ({ id, name }: ApiToken) => ({ targetKind: 'api-token', targetId: id, targetName: name });
