import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { hashSecret } from './secret.js';

const lockMs = 15 * 60_000;
const failuresMaxOfName = 5;
const failuresMaxOfAddress = 20;

/** A login under way: counted as failed until it is told to have succeeded. */
export interface LoginAttempt {
  /** The password was right, but it did not lead in: neither a failure nor a success. */
  withdraw(): Promise<void>;
  /** Forgets what went wrong with this name before. The address' count stays: it may try other names. */
  succeed(): Promise<void>;
}

/** Counts wrong logins by name, existing or not, and by address. */
@Injectable()
export class LoginAttemptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a failure ahead of the check of the password, so that guesses sent all at once are counted too.
   * @throws ApplicationError `account_locked`, the same for every name
   */
  async begin(username: string, address: string): Promise<LoginAttempt> {
    const id = crypto.randomUUID();
    const nameHash = hashSecret(username.toLowerCase());
    const nowMs = this.clock.nowMs();
    const lockedUntilMs = await this.database.transaction(async (client) => {
      await client.query(
        `SELECT pg_advisory_xact_lock(hashtext('login-name'), hashtext($1)),
                pg_advisory_xact_lock(hashtext('login-address'), hashtext($2))`,
        [nameHash.toString('hex'), address],
      );
      const { rows } = await client.query<{ by_name: Date | null; by_address: Date | null }>(
        `SELECT (SELECT failed_at FROM login_failure WHERE name_hash = $1 AND failed_at > $3
                  ORDER BY failed_at DESC OFFSET $4 LIMIT 1) AS by_name,
                (SELECT failed_at FROM login_failure WHERE address = $2 AND failed_at > $3
                  ORDER BY failed_at DESC OFFSET $5 LIMIT 1) AS by_address`,
        [nameHash, address, new Date(nowMs - lockMs), failuresMaxOfName - 1, failuresMaxOfAddress - 1],
      );
      const { by_name, by_address } = rows[0]!;
      const since = Math.max(by_name?.getTime() ?? 0, by_address?.getTime() ?? 0);
      if (since > 0) return since + lockMs;
      await client.query('DELETE FROM login_failure WHERE failed_at < $1', [new Date(nowMs - lockMs)]);
      await client.query(
        'INSERT INTO login_failure (id, name_hash, address, failed_at) VALUES ($1, $2, $3, $4)',
        [id, nameHash, address, new Date(nowMs)],
      );
      return null;
    });
    if (lockedUntilMs !== null) throw locked(lockedUntilMs - nowMs);
    return {
      withdraw: () => this.forget('id = $1', id),
      succeed: () => this.forget('id = $1 OR name_hash = $2', id, nameHash),
    };
  }

  private async forget(condition: string, ...values: unknown[]): Promise<void> {
    await this.database.query(`DELETE FROM login_failure WHERE ${condition}`, values);
  }
}

const locked = (remainingMs: number): ApplicationError =>
  new ApplicationError('account_locked', 'too many wrong passwords; wait a quarter of an hour', {
    retryAfterSeconds: Math.max(1, Math.ceil(remainingMs / 1000)),
  });
