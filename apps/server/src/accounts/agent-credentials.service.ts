import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { AgentCredential } from './agent-credential.entity.js';
import { EnrolmentToken } from './enrolment-token.entity.js';
import { hashSecret, newSecret } from './secret.js';

const tokenLifeMs = 24 * 3_600_000;
/** How long a looked-up credential is believed without asking the database again. */
const believedForMs = 30_000;

/** One-time tokens with which agents enrol, and the credentials they report with afterwards. */
@Injectable()
export class AgentCredentialsService {
  private readonly believed = new Map<string, { serverId: string; untilMs: number }>();

  constructor(
    @InjectRepository(EnrolmentToken) private readonly tokens: Repository<EnrolmentToken>,
    @InjectRepository(AgentCredential) private readonly credentials: Repository<AgentCredential>,
    private readonly clock: Clock,
  ) {}

  async createToken(isLocal = false): Promise<{ token: string; expiresAtMs: number }> {
    const token = newSecret();
    const nowMs = this.clock.nowMs();
    await this.tokens.insert({
      tokenHash: hashSecret(token),
      isLocal,
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
  async consumeToken(token: string): Promise<{ isLocal: boolean }> {
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
    return { isLocal: (await this.tokens.findOneByOrFail({ tokenHash })).isLocal };
  }

  /** @returns the credential, shown once */
  async issue(serverId: string): Promise<string> {
    const secret = newSecret();
    const createdAt = new Date(this.clock.nowMs());
    await this.credentials.insert({ secretHash: hashSecret(secret), serverId, createdAt, revokedAt: null });
    return secret;
  }

  /** Whether some agent could report as this server. */
  hasCredential(serverId: string): Promise<boolean> {
    return this.credentials.existsBy({ serverId, revokedAt: IsNull() });
  }

  async revokeAll(serverId: string): Promise<void> {
    await this.credentials.update(
      { serverId, revokedAt: IsNull() },
      { revokedAt: new Date(this.clock.nowMs()) },
    );
    this.believed.clear();
  }

  /** The server a credential belongs to; null when it is unknown or revoked. */
  async resolve(secret: string): Promise<string | null> {
    const secretHash = hashSecret(secret);
    const key = secretHash.toString('base64');
    const nowMs = this.clock.nowMs();
    const known = this.believed.get(key);
    if (known && known.untilMs > nowMs) return known.serverId;
    const credential = await this.credentials.findOneBy({ secretHash, revokedAt: IsNull() });
    if (!credential) {
      this.believed.delete(key);
      return null;
    }
    this.believed.set(key, { serverId: credential.serverId, untilMs: nowMs + believedForMs });
    return credential.serverId;
  }
}
