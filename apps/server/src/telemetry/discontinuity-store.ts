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
 * and taken away by whoever has read the status again.
 */
@Injectable()
export class DiscontinuityStore {
  constructor(private readonly database: Database) {}

  async mark(client: Queryable, marks: ReadonlyMap<string, number>): Promise<void> {
    if (marks.size === 0) return;
    await client.query(
      `INSERT INTO sample_discontinuity AS known (server_id, since, version)
       SELECT server_id, since, 1 FROM unnest($1::uuid[], $2::timestamptz[]) AS marks (server_id, since)
       ON CONFLICT (server_id) DO UPDATE
         SET since = least(known.since, EXCLUDED.since), version = known.version + 1`,
      [[...marks.keys()], [...marks.values()].map((ms) => new Date(ms).toISOString())],
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

  /** Takes one away, unless more was added since it was listed. */
  async settle(client: Queryable, { serverId, version }: Discontinuity): Promise<void> {
    await client.query('DELETE FROM sample_discontinuity WHERE server_id = $1 AND version = $2', [
      serverId,
      version,
    ]);
  }
}
