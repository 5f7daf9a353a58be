import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../platform/database/database.js';
import { hourMs, hourOf } from './fold-hour.js';

/** An hour that ended this long ago is late for whatever comes now; folding waits longer than that. */
export const lateAfterMs = 60_000;

/** What is to be folded of a server. */
export interface DueServer {
  readonly serverId: string;
  /** Null where nothing of it was folded yet. */
  readonly foldedUntilMs: number | null;
  readonly lateHoursMs: readonly number[];
}

/** Rows of `server_fold` and `late_hour`: how far folding has come, and what it has to do again. */
@Injectable()
export class FoldStore {
  constructor(private readonly database: Database) {}

  /** Notes the hours for which samples came too late, in the transaction that stores them. */
  async markLate(
    client: Queryable,
    samples: readonly {
      readonly serverId: string;
      readonly correctedAtMs: number;
      readonly receivedAtMs: number;
    }[],
  ): Promise<void> {
    const late = new Map<string, [string, number]>();
    for (const { serverId, correctedAtMs, receivedAtMs } of samples) {
      const hour = hourOf(correctedAtMs);
      if (receivedAtMs >= hour + hourMs + lateAfterMs) late.set(`${serverId} ${hour}`, [serverId, hour]);
    }
    if (late.size === 0) return;
    const marks = [...late.values()];
    await client.query(
      `INSERT INTO late_hour (server_id, hour_at) SELECT * FROM unnest($1::uuid[], $2::timestamptz[])
       ON CONFLICT DO NOTHING`,
      [marks.map(([id]) => id), marks.map(([, ms]) => new Date(ms).toISOString())],
    );
  }

  /** The servers with hours that ended before `closedMs` and are not folded, or not with all that came. */
  async due(closedMs: number): Promise<DueServer[]> {
    const { rows } = await this.database.query<{
      server_id: string;
      folded_until: Date | null;
      late: Date[] | null;
    }>(
      `SELECT server_id, folded_until, late
         FROM server_latest
         LEFT JOIN server_fold USING (server_id)
         LEFT JOIN (SELECT server_id, array_agg(hour_at) AS late FROM late_hour WHERE hour_at < $1 GROUP BY 1) AS marks
                   USING (server_id)
        WHERE folded_until IS NULL OR folded_until < $1 OR late IS NOT NULL
        ORDER BY server_id`,
      [new Date(closedMs)],
    );
    return rows.map(({ server_id, folded_until, late }) => ({
      serverId: server_id,
      foldedUntilMs: folded_until?.getTime() ?? null,
      lateHoursMs: (late ?? []).map((at) => at.getTime()),
    }));
  }

  async settleLate(client: Queryable, serverId: string, hour: number): Promise<void> {
    await client.query('DELETE FROM late_hour WHERE server_id = $1 AND hour_at = $2', [
      serverId,
      new Date(hour),
    ]);
  }

  async advance(client: Queryable, serverId: string, foldedUntilMs: number): Promise<void> {
    await client.query(
      `INSERT INTO server_fold (server_id, folded_until) VALUES ($1, $2)
       ON CONFLICT (server_id) DO UPDATE SET folded_until = greatest(server_fold.folded_until, EXCLUDED.folded_until)`,
      [serverId, new Date(foldedUntilMs)],
    );
  }

  /** Up to when a server's hours can be read instead of its samples; null where none can. */
  async foldedUntil(serverId: string): Promise<number | null> {
    const { rows } = await this.database.query<{ folded_until: Date }>(
      'SELECT folded_until FROM server_fold WHERE server_id = $1',
      [serverId],
    );
    return rows[0]?.folded_until.getTime() ?? null;
  }
}
