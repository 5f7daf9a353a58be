import { Injectable } from '@nestjs/common';
import { afterCommit } from '../platform/database/after-commit.js';
import { binaryArrays } from '../platform/database/binary-columns.js';
import { Database, type Queryable, type Transaction } from '../platform/database/database.js';
import {
  type FactRow,
  type KnownLatest,
  type Latest,
  type LatestRow,
  latestValues,
  saveLatestStatement,
  toFact,
  toLatest,
} from './latest-rows.js';

/** Of a server's newest sample what status needs. */
export type Heard = Pick<Latest, 'serverId' | 'fact'>;

/** Rows of `server_latest`: what every page that asks for "now" reads. */
@Injectable()
export class LatestStore {
  /** As this hub last wrote them; a row goes only with the server itself. */
  private readonly known = new Map<string, KnownLatest>();

  constructor(private readonly database: Database) {}

  /**
   * Lets one transaction at a time write samples of these servers, until it ends. Two hubs may hear of a server for the
   * first time at once, when there is no row to lock: those are locked by name. Everybody locks names, then rows, each
   * in one order.
   */
  async lock(client: Queryable, serverIds: readonly string[]): Promise<Map<string, KnownLatest>> {
    if (serverIds.some((id) => !this.known.has(id))) {
      await client.query(
        `SELECT pg_advisory_xact_lock(hashtext('latest'), key)
           FROM (SELECT DISTINCT hashtext(id::text) AS key FROM unnest($1::uuid[]) AS asked (id)
                  WHERE NOT EXISTS (SELECT FROM server_latest WHERE server_id = id) ORDER BY 1) AS unheard`,
        [serverIds],
      );
    }
    const { rows } = await client.query<LatestRow>(
      'SELECT * FROM server_latest WHERE server_id = ANY($1) ORDER BY server_id FOR UPDATE',
      [serverIds],
      'lock-latest',
    );
    return new Map(rows.map((row) => [row.server_id, toLatest(row)]));
  }

  /** @throws the database's error where a row is not of the version that `latest` came from */
  async save(client: Transaction, latest: readonly KnownLatest[]): Promise<void> {
    if (latest.length === 0) return;
    await client.query(saveLatestStatement, binaryArrays(latestValues, latest), 'save-latest');
    afterCommit(client, () => this.remember(latest));
  }

  /** What this hub wrote last, whether or not another has written since; null unless that is known of all. */
  remembered(serverIds: readonly string[]): Map<string, KnownLatest> | null {
    const known = serverIds.map((id) => this.known.get(id));
    return known.includes(undefined) ? null : new Map(known.map((one) => [one!.serverId, one!]));
  }

  /** @param latest as it was given to be written, and now is */
  remember(latest: readonly KnownLatest[]): void {
    for (const one of latest) this.known.set(one.serverId, { ...one, version: one.version + 1 });
  }

  /** At which interval a server samples; null where it was never heard. */
  async intervalMs(serverId: string): Promise<number | null> {
    const { rows } = await this.database.query<{ interval_seconds: number }>(
      'SELECT interval_seconds FROM server_latest WHERE server_id = $1',
      [serverId],
    );
    return rows[0] ? Math.round(rows[0].interval_seconds * 1000) : null;
  }

  async list(): Promise<Latest[]> {
    const { rows } = await this.database.query<LatestRow>('SELECT * FROM server_latest');
    return rows.map(toLatest);
  }

  /** When servers were last heard of, without what they said. */
  async heardOf(serverIds: readonly string[]): Promise<Heard[]> {
    const { rows } = await this.database.query<FactRow>(
      `SELECT server_id, observed_at, seq, run_id, boot_id, monotonic_ms, received_at, interval_seconds
         FROM server_latest WHERE server_id = ANY($1)`,
      [serverIds],
    );
    return rows.map((row) => ({ serverId: row.server_id, fact: toFact(row) }));
  }

  async listByIds(serverIds: readonly string[]): Promise<Latest[]> {
    const { rows } = await this.database.query<LatestRow>(
      'SELECT * FROM server_latest WHERE server_id = ANY($1)',
      [serverIds],
    );
    return rows.map(toLatest);
  }
}
