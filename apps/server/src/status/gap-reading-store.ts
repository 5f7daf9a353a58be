import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GapReading } from '@opsgauge/contract';
import type { Evidence, Interval, Observation } from '@opsgauge/domain';
import { Database, type Queryable } from '../platform/database/database.js';
import type { RecordedReading } from './gap-history.js';
import { stretchColumns, type ServerStretch } from './server-stretch.js';

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
    const { rows } = await this.database.query<Row>(
      `SELECT id, from_at, to_at, read_at, observation, evidence FROM gap_reading
        WHERE server_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at, read_at, to_at`,
      [serverId, new Date(period.fromMs), new Date(period.toMs)],
    );
    return rows.map((row) => ({
      id: row.id,
      from: row.from_at.toISOString(),
      to: row.to_at.toISOString(),
      readAt: row.read_at.toISOString(),
      observation: row.observation,
      evidence: row.evidence,
    }));
  }

  /** As the history wants them, oldest reading first, by server; every server asked for is in it. */
  async recorded(
    client: Queryable,
    stretches: readonly ServerStretch[],
  ): Promise<Map<string, RecordedReading[]>> {
    const { rows } = await client.query<Row & { server_id: string }>(
      `SELECT server_id, gap_reading.from_at, gap_reading.to_at, observation, evidence
         FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS stretch (id, from_at, to_at)
         JOIN gap_reading ON server_id = stretch.id
              AND gap_reading.to_at > stretch.from_at AND gap_reading.from_at < stretch.to_at
        ORDER BY gap_reading.from_at, read_at, gap_reading.to_at`,
      stretchColumns(stretches),
    );
    const recorded = new Map<string, RecordedReading[]>(stretches.map(({ serverId }) => [serverId, []]));
    for (const { server_id, from_at, to_at, observation, evidence } of rows) {
      const bounds = { fromMs: from_at.getTime(), toMs: to_at.getTime() };
      recorded.get(server_id)!.push({ ...bounds, observation, evidence });
    }
    return recorded;
  }

  async add(
    client: Queryable,
    readAtMs: number,
    readings: readonly (RecordedReading & { readonly serverId: string })[],
  ): Promise<void> {
    if (readings.length === 0) return;
    await client.query(
      `INSERT INTO gap_reading (server_id, from_at, to_at, id, read_at, observation, evidence)
       SELECT server_id, from_at, to_at, id, $4, observation, evidence
         FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $5::uuid[], $6::text[], $7::text[])
           AS new (server_id, from_at, to_at, id, observation, evidence)`,
      [
        ...stretchColumns(readings),
        new Date(readAtMs),
        readings.map(() => crypto.randomUUID()),
        readings.map((one) => one.observation),
        readings.map((one) => one.evidence),
      ],
    );
  }
}
