import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../platform/database/database.js';

/** From when on a server's status has to be read again. */
export interface Discontinuity {
  readonly serverId: string;
  readonly sinceMs: number;
  /** Tells whether more was added while it was being read. */
  readonly version: number;
}

interface DiscontinuityRow {
  readonly server_id: string;
  readonly since: Date;
  readonly version: string;
  [column: string]: unknown;
}

/**
 * Rows of `sample_discontinuity`: written in the transaction that stores the samples, so that no gap is ever forgotten,
 * and taken away by whoever has read the status again. Whoever locks several does it in the order of the servers.
 */
@Injectable()
export class DiscontinuityStore {
  constructor(private readonly database: Database) {}

  async mark(client: Queryable, marks: ReadonlyMap<string, number>): Promise<void> {
    if (marks.size === 0) return;
    const ordered = [...marks].sort(([one], [other]) => (one < other ? -1 : 1));
    await client.query(
      `INSERT INTO sample_discontinuity AS known (server_id, since, version)
       SELECT server_id, since, 1 FROM unnest($1::uuid[], $2::timestamptz[]) AS marks (server_id, since)
       ON CONFLICT (server_id) DO UPDATE
         SET since = least(known.since, EXCLUDED.since), version = known.version + 1`,
      [ordered.map(([id]) => id), ordered.map(([, ms]) => new Date(ms).toISOString())],
    );
  }

  async list(serverIds?: readonly string[], client: Queryable = this.database): Promise<Discontinuity[]> {
    const { rows } = await client.query<DiscontinuityRow>(
      'SELECT server_id, since, version FROM sample_discontinuity WHERE $1::uuid[] IS NULL OR server_id = ANY($1)',
      [serverIds ?? null],
    );
    return rows.map((row) => ({
      serverId: row.server_id,
      sinceMs: row.since.getTime(),
      version: Number(row.version),
    }));
  }

  /** Takes them away, but for those to which more was added since they were listed. */
  async settle(client: Queryable, marks: readonly Discontinuity[]): Promise<void> {
    const ids = marks.map(({ serverId }) => serverId);
    await client.query(
      'SELECT FROM sample_discontinuity WHERE server_id = ANY($1) ORDER BY server_id FOR UPDATE',
      [ids],
    );
    await client.query(
      `DELETE FROM sample_discontinuity USING unnest($1::uuid[], $2::int8[]) AS settled (id, seen)
        WHERE server_id = id AND version = seen`,
      [ids, marks.map(({ version }) => version)],
    );
  }
}
