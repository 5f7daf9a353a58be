import { Injectable } from '@nestjs/common';
import { evidenceSchema, observationSchema } from '@opsgauge/contract';
import { isSameReading, joinAlike, observed, type Interval, type ObservedInterval } from '@opsgauge/domain';
import { BinaryCopyReader, uuidOf } from '../platform/database/binary-copy.js';
import { literal, uuidArray } from '../platform/database/copy-rows.js';
import { Database, type Queryable } from '../platform/database/database.js';
import { stretchColumns, type ServerStretch } from './server-stretch.js';

/** How far a server's stored intervals reach. */
export interface Progress {
  /** Its first sample. */
  readonly fromMs: number;
  /** The last sample they were read to; what came since simply follows, or is marked as a discontinuity. */
  readonly untilMs: number;
}

/** A stretch of a server's time as it was read. */
export interface ReadStretch extends ServerStretch {
  readonly read: readonly ObservedInterval[];
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
          WHERE server_id = ANY(${uuidArray(serverIds)})
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

  async progress(
    serverIds: readonly string[],
    client: Queryable = this.database,
  ): Promise<Map<string, Progress>> {
    const { rows } = await client.query<ProgressRow>(
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

  /** Queues the re-readings of these servers, also those of other processes; everybody locks in one order. */
  async lock(client: Queryable, serverIds: readonly string[]): Promise<void> {
    await client.query(
      `SELECT pg_advisory_xact_lock(hashtext('status'), key)
         FROM (SELECT DISTINCT hashtext(id) AS key FROM unnest($1::text[]) AS asked (id) ORDER BY 1) AS keys`,
      [serverIds],
    );
  }

  /**
   * Replaces all that is stored of servers from their stretches' starts on; an interval that reaches across is cut
   * there. What simply followed between the last reading and this one, and so was never stored, is stored now.
   *
   * @param stretches each server's from the first sample read to the last, and what it was read as
   */
  async replaceFrom(client: Queryable, stretches: readonly ReadStretch[]): Promise<void> {
    const [ids, froms, untils] = stretchColumns(stretches);
    const progress = await this.progress(ids, client);
    const rows = stretches.flatMap(({ serverId, fromMs, read }) => {
      const readUntilMs = progress.get(serverId)?.untilMs ?? fromMs;
      const followed = readUntilMs < fromMs ? [followedSimply(readUntilMs, fromMs)] : [];
      return joinAlike([...followed, ...read], isSameReading).map((one) => ({ serverId, ...one }));
    });
    await client.query(
      `DELETE FROM status_interval USING unnest($1::uuid[], $2::timestamptz[]) AS stretch (id, since)
        WHERE server_id = id AND from_at >= since`,
      [ids, froms],
    );
    await client.query(
      `UPDATE status_interval SET to_at = since FROM unnest($1::uuid[], $2::timestamptz[]) AS stretch (id, since)
        WHERE server_id = id AND to_at > since`,
      [ids, froms],
    );
    await client.query(
      `INSERT INTO status_interval (server_id, from_at, to_at, observation, evidence, is_unreachable)
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::bool[])`,
      [
        ...stretchColumns(rows),
        rows.map((one) => one.observation),
        rows.map((one) => one.evidence),
        rows.map((one) => one.isUnreachable),
      ],
    );
    await client.query(
      `INSERT INTO status_progress AS known (server_id, read_from, read_until)
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])
       ON CONFLICT (server_id) DO UPDATE
         SET read_from = least(known.read_from, EXCLUDED.read_from), read_until = EXCLUDED.read_until`,
      [ids, froms, untils],
    );
  }
}

/** Reads the rest of a row, after its server. */
const readInterval = (reader: BinaryCopyReader): ObservedInterval => ({
  fromMs: reader.timestamptz()!,
  toMs: reader.timestamptz()!,
  observation: reader.word(observationSchema.options)!,
  evidence: reader.word(evidenceSchema.options)!,
  isUnreachable: reader.boolean()!,
});

/** Between two readings every sample simply followed the one before, or there would have been a reading. */
export const followedSimply = (fromMs: number, toMs: number): ObservedInterval =>
  observed({ fromMs, toMs }, 'up', 'samples');
