import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, MoreThan, Not, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { ApiToken } from './api-token.entity.js';
import { hashSecret, newSecret } from './secret.js';
import { UserAccount } from './user-account.entity.js';
import { UserSession } from './user-session.entity.js';

/** A login ends after this long without use, and in any case after `sessionLifeMs`. */
const idleLimitMs = 12 * 3_600_000;
export const sessionLifeMs = 7 * 86_400_000;
/** How stale `last_used_at` may be: a write per request would be wasted. */
const touchEveryMs = 60_000;
const userAgentCharactersMax = 200;

/** From where somebody logs in. */
export interface LoginPlace {
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Who a cookie stands for, and which of his logins it is. */
export interface ResolvedSession {
  readonly user: UserAccount;
  readonly sessionId: string;
}

/** Server-side sessions. */
@Injectable()
export class SessionsService {
  constructor(
    @InjectRepository(UserSession) private readonly sessions: Repository<UserSession>,
    @InjectRepository(UserAccount) private readonly accounts: Repository<UserAccount>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /** @returns the token for the cookie */
  async begin(userId: string, place: LoginPlace): Promise<string> {
    const token = newSecret();
    const now = new Date(this.clock.nowMs());
    await this.sessions.insert({
      tokenHash: hashSecret(token),
      id: crypto.randomUUID(),
      userId,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + sessionLifeMs),
      address: place.address,
      userAgent: place.userAgent?.slice(0, userAgentCharactersMax) ?? null,
    });
    await this.accounts.update({ id: userId }, { lastLoginAt: now });
    return token;
  }

  /** Whom a cookie's token stands for; null when it is unknown, idle for too long or over, or its owner disabled. */
  async resolve(token: string): Promise<ResolvedSession | null> {
    const session = await this.findValid(token);
    if (!session) return null;
    const nowMs = this.clock.nowMs();
    if (nowMs - session.lastUsedAt.getTime() > touchEveryMs) {
      await this.sessions.update({ tokenHash: session.tokenHash }, { lastUsedAt: new Date(nowMs) });
    }
    return this.describe(session);
  }

  /** As `resolve`, but an open page that only listens does not count as use. */
  async peek(token: string): Promise<ResolvedSession | null> {
    const session = await this.findValid(token);
    return session && this.describe(session);
  }

  /** The logins of somebody that are still good, the latest first. */
  async listOf(userId: string): Promise<UserSession[]> {
    return this.sessions.find({ where: { userId, ...this.valid() }, order: { lastUsedAt: 'DESC' } });
  }

  /** Logs out: ends the login that the token stands for, if it is still good. */
  async end(token: string): Promise<void> {
    const session = await this.findValid(token);
    if (session) await this.endAudited('session.logout', session);
  }

  /** @throws ApplicationError `not_found`, also for somebody else's */
  async endOne(userId: string, id: string): Promise<void> {
    const session = await this.sessions.findOneBy({ id, userId });
    if (!session || !(await this.endAudited('session.revoke', session))) throw notFound('session');
  }

  /**
   * Ends all logins of somebody at once, and what his programs have.
   * @param options `manager` of a running transaction, after which its owner tells the pages; `exceptSessionId` keeps one's own login, and the programs'
   */
  async endAll(
    userId: string,
    options: { manager?: EntityManager; exceptSessionId?: string | null } = {},
  ): Promise<void> {
    const { manager = this.sessions.manager, exceptSessionId } = options;
    await manager.delete(UserSession, {
      userId,
      ...(exceptSessionId ? { id: Not(exceptSessionId) } : {}),
    });
    if (!exceptSessionId) await manager.delete(ApiToken, { accountId: userId });
    if (!options.manager) this.bus.emit('access.changed', { userId });
  }

  /** @returns whether it was this call that ended it */
  private async endAudited(
    action: 'session.logout' | 'session.revoke',
    { tokenHash, id, userId, address, userAgent, createdAt }: UserSession,
  ): Promise<boolean> {
    const isEnded = await inTransaction(this.source, async (manager, client) => {
      const { affected } = await manager.delete(UserSession, { tokenHash });
      if (affected !== 1) return false;
      const account = await manager.findOneBy(UserAccount, { id: userId });
      const before = { address, userAgent, createdAt: createdAt.toISOString() };
      const targetName = account?.username ?? null;
      await this.audit.record({ action, targetKind: 'session', targetId: id, targetName, before }, client);
      return true;
    });
    if (isEnded) this.bus.emit('access.changed', { userId });
    return isEnded;
  }

  private findValid(token: string): Promise<UserSession | null> {
    return this.sessions.findOneBy({ tokenHash: hashSecret(token), ...this.valid() });
  }

  private valid() {
    const nowMs = this.clock.nowMs();
    return { expiresAt: MoreThan(new Date(nowMs)), lastUsedAt: MoreThan(new Date(nowMs - idleLimitMs)) };
  }

  private async describe(session: UserSession): Promise<ResolvedSession | null> {
    const user = await this.accounts.findOneBy({ id: session.userId });
    return user && !user.disabledAt ? { user, sessionId: session.id } : null;
  }
}
