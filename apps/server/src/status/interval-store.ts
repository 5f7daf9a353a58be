import { Injectable } from '@nestjs/common';
import {
  isSameReading,
  joinAlike,
  observed,
  type Evidence,
  type Interval,
  type Observation,
  type ObservedInterval,
} from '@opsgauge/domain';
import { BinaryCopyReader, uuidOf } from '../platform/database/binary-copy.js';
import { literal, literalList } from '../platform/database/copy-rows.js';
import { Database, type Queryable } from '../platform/database/database.js';

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
    if (serverIds.length === 0) return new Map();
    const reader = new BinaryCopyReader(
      await this.database.copyOut(
        `SELECT server_id, from_at, to_at, observation, evidence, is_unreachable FROM status_interval
          WHERE server_id IN (${literalList(serverIds)})
            AND to_at > ${literal(new Date(period.fromMs))} AND from_at < ${literal(new Date(period.toMs))}
          ORDER BY server_id, from_at`,
      ),
    );
    const byServer = new Map<string, ObservedInterval[]>();
    let [lastHex, intervals]: [string, ObservedInterval[]] = ['', []];
    while (reader.nextRow()) {
      const hex = reader.uuid()!;
      if (hex !== lastHex) {
        [lastHex, intervals] = [hex, []];
        byServer.set(uuidOf(hex), intervals);
      }
      intervals.push(readInterval(reader));
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
   * Replaces all that is stored of a server from the stretch's start on; an interval that reaches across it is cut
   * there. What simply followed between the last reading and this one, and so was never stored, is stored now.
   *
   * @param stretch from the first sample read to the last
   * @param read its intervals
   */
  async replaceFrom(
    client: Queryable,
    serverId: string,
    stretch: Interval,
    read: readonly ObservedInterval[],
  ): Promise<void> {
    const { rows } = await client.query<ProgressRow>('SELECT * FROM status_progress WHERE server_id = $1', [
      serverId,
    ]);
    const readUntilMs = rows[0]?.read_until.getTime() ?? stretch.fromMs;
    const followed = readUntilMs < stretch.fromMs ? [followedSimply(readUntilMs, stretch.fromMs)] : [];
    const intervals = joinAlike([...followed, ...read], isSameReading);
    const from = new Date(stretch.fromMs);
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
        intervals.map((one) => new Date(one.fromMs).toISOString()),
        intervals.map((one) => new Date(one.toMs).toISOString()),
        intervals.map((one) => one.observation),
        intervals.map((one) => one.evidence),
        intervals.map((one) => one.isUnreachable),
      ],
    );
    await client.query(
      `INSERT INTO status_progress AS known (server_id, read_from, read_until) VALUES ($1, $2, $3)
       ON CONFLICT (server_id) DO UPDATE
         SET read_from = least(known.read_from, EXCLUDED.read_from), read_until = EXCLUDED.read_until`,
      [serverId, from, new Date(stretch.toMs)],
    );
  }
}

/** Reads the rest of a row, after its server. */
const readInterval = (reader: BinaryCopyReader): ObservedInterval => ({
  fromMs: reader.timestamptz()!,
  toMs: reader.timestamptz()!,
  observation: reader.text() as Observation,
  evidence: reader.text() as Evidence,
  isUnreachable: reader.boolean()!,
});

/** Between two readings every sample simply followed the one before, or there would have been a reading. */
export const followedSimply = (fromMs: number, toMs: number): ObservedInterval =>
  observed({ fromMs, toMs }, 'up', 'samples');
