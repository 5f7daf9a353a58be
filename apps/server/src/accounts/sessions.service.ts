import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { AccountsService } from './accounts.service.js';
import { hashSecret, newSecret } from './secret.js';
import type { UserAccount } from './user-account.entity.js';
import { UserSession } from './user-session.entity.js';

/** A login ends after this long without use, and in any case after `sessionLifeMs`. */
const idleLimitMs = 12 * 3_600_000;
export const sessionLifeMs = 7 * 86_400_000;
/** How stale `last_used_at` may be: a write per request would be wasted. */
const touchEveryMs = 60_000;

/** Server-side sessions. */
@Injectable()
export class SessionsService {
  constructor(
    @InjectRepository(UserSession) private readonly sessions: Repository<UserSession>,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  /** @returns the token for the cookie */
  async begin(userId: string): Promise<string> {
    const token = newSecret();
    const nowMs = this.clock.nowMs();
    await this.sessions.insert({
      tokenHash: hashSecret(token),
      userId,
      createdAt: new Date(nowMs),
      lastUsedAt: new Date(nowMs),
      expiresAt: new Date(nowMs + sessionLifeMs),
    });
    return token;
  }

  /** Who a cookie's token stands for; null when it is unknown, idle for too long or over. */
  async resolve(token: string): Promise<UserAccount | null> {
    const nowMs = this.clock.nowMs();
    const session = await this.sessions.findOneBy({
      tokenHash: hashSecret(token),
      expiresAt: MoreThan(new Date(nowMs)),
      lastUsedAt: MoreThan(new Date(nowMs - idleLimitMs)),
    });
    if (!session) return null;
    if (nowMs - session.lastUsedAt.getTime() > touchEveryMs) {
      await this.sessions.update({ tokenHash: session.tokenHash }, { lastUsedAt: new Date(nowMs) });
    }
    return this.accounts.find(session.userId);
  }

  async end(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashSecret(token) });
  }
}
