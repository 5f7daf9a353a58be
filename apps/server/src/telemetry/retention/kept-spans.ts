import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/database.js';

/** A stretch of time of a server whose samples are kept whatever the disk budget says. */
export interface KeptSpan {
  readonly id: string;
  readonly serverId: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Why, for whoever wonders. */
  readonly reason: string;
}

/** Rows of `kept_span`: whoever rests a figure on samples says which, in the transaction that does so. */
@Injectable()
export class KeptSpans {
  /** The span of that id becomes this one. */
  async keep(client: Queryable, { id, serverId, fromMs, toMs, reason }: KeptSpan): Promise<void> {
    await client.query(
      `INSERT INTO kept_span (server_id, id, from_at, to_at, reason) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (server_id, id) DO UPDATE SET from_at = EXCLUDED.from_at, to_at = EXCLUDED.to_at, reason = EXCLUDED.reason`,
      [serverId, id, new Date(fromMs), new Date(toMs), reason],
    );
  }

  async release(client: Queryable, serverId: string, id: string): Promise<void> {
    await client.query('DELETE FROM kept_span WHERE server_id = $1 AND id = $2', [serverId, id]);
  }
}
