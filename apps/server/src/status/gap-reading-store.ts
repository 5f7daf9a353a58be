import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GapReading } from '@opsgauge/contract';
import type { Evidence, Interval, Observation } from '@opsgauge/domain';
import { Database, type Queryable } from '../platform/database/database.js';
import type { RecordedReading } from './gap-history.js';

type Row = Record<string, unknown> & {
  id: string;
  from_at: Date;
  to_at: Date;
  read_at: Date;
  observation: Observation;
  evidence: Evidence;
};

/** Rows of `gap_reading`, which are only ever added: how each gap was read, and when it was read otherwise. */
@Injectable()
export class GapReadingStore {
  constructor(private readonly database: Database) {}

  async list(serverId: string, period: Interval): Promise<GapReading[]> {
    const rows = await this.overlapping(this.database, serverId, period);
    return rows.map((row) => ({
      id: row.id,
      from: row.from_at.toISOString(),
      to: row.to_at.toISOString(),
      readAt: row.read_at.toISOString(),
      observation: row.observation,
      evidence: row.evidence,
    }));
  }

  /** As the history wants them, oldest reading first. */
  async recorded(client: Queryable, serverId: string, period: Interval): Promise<RecordedReading[]> {
    const rows = await this.overlapping(client, serverId, period);
    return rows.map((row) => ({
      fromMs: row.from_at.getTime(),
      toMs: row.to_at.getTime(),
      observation: row.observation,
      evidence: row.evidence,
    }));
  }

  async add(
    client: Queryable,
    serverId: string,
    readAtMs: number,
    readings: readonly RecordedReading[],
  ): Promise<void> {
    if (readings.length === 0) return;
    await client.query(
      `INSERT INTO gap_reading (server_id, id, from_at, to_at, read_at, observation, evidence)
       SELECT $1, id, from_at, to_at, $2, observation, evidence
         FROM unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[])
           AS new (id, from_at, to_at, observation, evidence)`,
      [
        serverId,
        new Date(readAtMs),
        readings.map(() => crypto.randomUUID()),
        readings.map((one) => new Date(one.fromMs).toISOString()),
        readings.map((one) => new Date(one.toMs).toISOString()),
        readings.map((one) => one.observation),
        readings.map((one) => one.evidence),
      ],
    );
  }

  private async overlapping(client: Queryable, serverId: string, period: Interval): Promise<Row[]> {
    const { rows } = await client.query<Row>(
      `SELECT id, from_at, to_at, read_at, observation, evidence FROM gap_reading
        WHERE server_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at, read_at, to_at`,
      [serverId, new Date(period.fromMs), new Date(period.toMs)],
    );
    return rows;
  }
}
