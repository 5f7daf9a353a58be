import { Injectable } from '@nestjs/common';
import type { Evidence, Interval, Observation, ObservedInterval } from '@opsgauge/domain';
import { Database, type Queryable } from '../platform/database/database.js';

interface IntervalRow {
  readonly server_id: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly observation: Observation;
  readonly evidence: Evidence;
  readonly is_unreachable: boolean;
  [column: string]: unknown;
}

/** How far a server's stored intervals reach. */
export interface Progress {
  /** Its first sample. */
  readonly fromMs: number;
  /** The last sample they were read to; what came since simply follows, or is marked as a discontinuity. */
  readonly untilMs: number;
}

interface ProgressRow {
  readonly server_id: string;
  readonly read_from: Date;
  readonly read_until: Date;
  [column: string]: unknown;
}

/** Rows of `status_interval` and `status_progress`: how servers' time was read, up to their last discontinuity. */
@Injectable()
export class IntervalStore {
  constructor(private readonly database: Database) {}

  /** The stored intervals that overlap the period, by server. */
  async overlapping(
    serverIds: readonly string[],
    period: Interval,
  ): Promise<Map<string, ObservedInterval[]>> {
    const { rows } = await this.database.query<IntervalRow>(
      `SELECT * FROM status_interval WHERE server_id = ANY($1) AND to_at > $2 AND from_at < $3 ORDER BY server_id, from_at`,
      [serverIds, new Date(period.fromMs), new Date(period.toMs)],
    );
    const byServer = new Map<string, ObservedInterval[]>();
    for (const row of rows) {
      const intervals = byServer.get(row.server_id);
      if (intervals) intervals.push(toInterval(row));
      else byServer.set(row.server_id, [toInterval(row)]);
    }
    return byServer;
  }

  async progress(serverIds: readonly string[]): Promise<Map<string, Progress>> {
    const { rows } = await this.database.query<ProgressRow>(
      'SELECT * FROM status_progress WHERE server_id = ANY($1)',
      [serverIds],
    );
    return new Map(
      rows.map((row) => [
        row.server_id,
        { fromMs: row.read_from.getTime(), untilMs: row.read_until.getTime() },
      ]),
    );
  }

  /** Queues the re-readings of one server, also those of other processes. */
  async lock(client: Queryable, serverId: string): Promise<void> {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('status'), hashtext($1))`, [serverId]);
  }

  /**
   * Replaces all that is stored of a server from `fromMs` on; an interval that reaches across it is cut there.
   * @param read the new intervals, the first beginning at `fromMs`
   */
  async replaceFrom(
    client: Queryable,
    serverId: string,
    fromMs: number,
    read: readonly ObservedInterval[],
    untilMs: number,
  ): Promise<void> {
    const from = new Date(fromMs);
    await client.query('DELETE FROM status_interval WHERE server_id = $1 AND from_at >= $2', [
      serverId,
      from,
    ]);
    await client.query('UPDATE status_interval SET to_at = $2 WHERE server_id = $1 AND to_at > $2', [
      serverId,
      from,
    ]);
    await client.query(
      `INSERT INTO status_interval (server_id, from_at, to_at, observation, evidence, is_unreachable)
       SELECT $1, * FROM unnest($2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::bool[])`,
      [
        serverId,
        read.map((one) => new Date(one.fromMs).toISOString()),
        read.map((one) => new Date(one.toMs).toISOString()),
        read.map((one) => one.observation),
        read.map((one) => one.evidence),
        read.map((one) => one.isUnreachable),
      ],
    );
    await client.query(
      `INSERT INTO status_progress AS known (server_id, read_from, read_until) VALUES ($1, $2, $3)
       ON CONFLICT (server_id) DO UPDATE
         SET read_from = least(known.read_from, EXCLUDED.read_from), read_until = EXCLUDED.read_until`,
      [serverId, from, new Date(untilMs)],
    );
  }
}

const toInterval = (row: IntervalRow): ObservedInterval => ({
  fromMs: row.from_at.getTime(),
  toMs: row.to_at.getTime(),
  observation: row.observation,
  evidence: row.evidence,
  isUnreachable: row.is_unreachable,
});
