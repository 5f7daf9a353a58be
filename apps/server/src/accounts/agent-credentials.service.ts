import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, MoreThan, Not, Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { currentRequest } from '../platform/request-context.js';
import { AgentCredential } from './agent-credential.entity.js';
import { EnrolmentToken } from './enrolment-token.entity.js';
import { hashSecret, newSecret } from './secret.js';

const tokenLifeMs = 24 * 3_600_000;
/** How long a looked-up credential is believed without asking the database again. */
const believedForMs = 30_000;
/** How long an agent may go on with the old credential: long enough to have the new one written down. */
const rotationMs = 10 * 60_000;

/** One-time tokens with which agents enrol, and the credentials they report with afterwards. */
@Injectable()
export class AgentCredentialsService {
  private readonly believed = new Map<string, { serverId: string; untilMs: number }>();

  constructor(
    @InjectRepository(EnrolmentToken) private readonly tokens: Repository<EnrolmentToken>,
    @InjectRepository(AgentCredential) private readonly credentials: Repository<AgentCredential>,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the token, shown once; it is noted as made by whoever sends the current request */
  async createToken(isLocal = false): Promise<{ token: string; expiresAtMs: number }> {
    const token = newSecret();
    const nowMs = this.clock.nowMs();
    await this.tokens.insert({
      tokenHash: hashSecret(token),
      isLocal,
      madeBy: currentRequest()?.actor?.name ?? null,
      createdAt: new Date(nowMs),
      expiresAt: new Date(nowMs + tokenLifeMs),
      usedAt: null,
    });
    return { token, expiresAtMs: nowMs + tokenLifeMs };
  }

  /**
   * Uses a token up; of two that come at once, one wins.
   * @throws ApplicationError `enrolment_token_invalid` when it is unknown, used or too old
   */
  async consumeToken(token: string): Promise<{ isLocal: boolean; madeBy: string | null }> {
    const now = new Date(this.clock.nowMs());
    const tokenHash = hashSecret(token);
    const { affected } = await this.tokens.update(
      { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) },
      { usedAt: now },
    );
    if (affected !== 1) {
      throw new ApplicationError('enrolment_token_invalid', 'token: is unknown, used already or too old', {
        field: 'token',
      });
    }
    const { isLocal, madeBy } = await this.tokens.findOneByOrFail({ tokenHash });
    return { isLocal, madeBy };
  }

  /** @returns the credential, shown once */
  async issue(serverId: string): Promise<string> {
    const secret = newSecret();
    await this.credentials.insert({
      secretHash: hashSecret(secret),
      serverId,
      createdAt: new Date(this.clock.nowMs()),
      revokedAt: null,
      suspendedAt: null,
    });
    return secret;
  }

  /**
   * Gives an agent a new credential instead of the one it showed, which stays good for ten more minutes. Others that
   * it may have asked for before and never used end now.
   */
  async rotate(serverId: string, shown: string): Promise<string> {
    const nowMs = this.clock.nowMs();
    const secretHash = hashSecret(shown);
    const untilMs = nowMs + rotationMs;
    const endsLater = [{ revokedAt: IsNull() }, { revokedAt: MoreThan(new Date(untilMs)) }];
    await this.credentials.update(
      [{ revokedAt: IsNull() }, { revokedAt: MoreThan(new Date(nowMs)) }].map((rest) => ({
        serverId,
        secretHash: Not(secretHash),
        ...rest,
      })),
      { revokedAt: new Date(nowMs) },
    );
    await this.credentials.update(
      endsLater.map((rest) => ({ secretHash, ...rest })),
      { revokedAt: new Date(untilMs) },
    );
    this.believed.clear();
    return this.issue(serverId);
  }

  /** Whether some agent could report as this server, were it not retired. */
  hasCredential(serverId: string): Promise<boolean> {
    return this.credentials.existsBy({ serverId, revokedAt: IsNull() });
  }

  async revokeAll(serverId: string): Promise<void> {
    const now = new Date(this.clock.nowMs());
    await this.credentials.update(
      [
        { serverId, revokedAt: IsNull() },
        { serverId, revokedAt: MoreThan(now) },
      ],
      { revokedAt: now },
    );
    this.believed.clear();
  }

  /** While its server is retired, a credential is good for nothing; afterwards it is what it was. */
  async suspend(serverId: string, isSuspended: boolean, manager?: EntityManager): Promise<void> {
    await (manager?.getRepository(AgentCredential) ?? this.credentials).update(
      { serverId },
      { suspendedAt: isSuspended ? new Date(this.clock.nowMs()) : null },
    );
    this.forget();
  }

  /** Asks the database again of every credential: what was looked up may no longer hold. */
  forget(): void {
    this.believed.clear();
  }

  /** The server a credential belongs to; null when it is unknown, revoked or suspended. */
  async resolve(secret: string): Promise<string | null> {
    const secretHash = hashSecret(secret);
    const key = secretHash.toString('base64');
    const nowMs = this.clock.nowMs();
    const known = this.believed.get(key);
    if (known && known.untilMs > nowMs) return known.serverId;
    // With every third report of every agent: what a repository adds to so small a query would be a tenth of ingest.
    const { rows } = await this.database.query<{ server_id: string; revoked_at: Date | null }>(
      `SELECT server_id, revoked_at FROM agent_credential
        WHERE secret_hash = $1 AND suspended_at IS NULL AND (revoked_at IS NULL OR revoked_at > $2)`,
      [secretHash, new Date(nowMs)],
    );
    const [found] = rows;
    if (!found) {
      this.believed.delete(key);
      return null;
    }
    const untilMs = Math.min(nowMs + believedForMs, found.revoked_at?.getTime() ?? Infinity);
    this.believed.set(key, { serverId: found.server_id, untilMs });
    return found.server_id;
  }
}
