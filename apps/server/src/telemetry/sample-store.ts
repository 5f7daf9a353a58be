import { Injectable } from '@nestjs/common';
import type { SampleFact } from '@opsgauge/domain';
import type { Queryable } from '../platform/database/database.js';
import { metricColumns } from './sample-columns.js';
import type { SampleRecord } from './sample-record.js';

/** A record on its way into the store. */
export interface IncomingSample extends SampleRecord {
  readonly serverId: string;
}

const fixedColumns = [
  ['server_id', 'uuid'],
  ['observed_at', 'timestamptz'],
  ['seq', 'int8'],
  ['epoch', 'int8'],
  ['run_id', 'text'],
  ['boot_id', 'text'],
  ['monotonic_ms', 'float8'],
  ['corrected_at', 'timestamptz'],
  ['received_at', 'timestamptz'],
  ['interval_seconds', 'float4'],
  ['devices', 'jsonb'],
] as const;

const columns = [...fixedColumns, ...metricColumns.map(({ column, type }) => [column, type] as const)];

const insertStatement = `
  INSERT INTO sample_recent (${columns.map(([name]) => name).join(', ')})
  SELECT * FROM unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
  ON CONFLICT DO NOTHING
  RETURNING server_id, observed_at, seq`;

/** What identifies a sample: the primary key of the table. */
export const sampleKey = (serverId: string, observedAtMs: number, seq: number): string =>
  `${serverId} ${observedAtMs} ${seq}`;

/** Rows of `sample_recent`. */
@Injectable()
export class SampleStore {
  /** @returns the keys of the samples that were not there before */
  async insert(client: Queryable, samples: readonly IncomingSample[]): Promise<Set<string>> {
    const { rows } = await client.query<{ server_id: string; observed_at: Date; seq: string }>(
      insertStatement,
      toColumnArrays(samples),
    );
    return new Set(rows.map((row) => sampleKey(row.server_id, row.observed_at.getTime(), Number(row.seq))));
  }

  /**
   * What status needs of a server's samples from `sinceMs` on, and of the one before, ordered by true time.
   */
  async factsSince(client: Queryable, serverId: string, sinceMs: number): Promise<SampleFact[]> {
    const { rows } = await client.query<FactRow>(
      `WITH anchor AS (
         SELECT max(at) AS at FROM (
           (SELECT observed_at AS at FROM sample_recent
             WHERE server_id = $1 AND observed_at < $2 AND corrected_at IS NULL
             ORDER BY observed_at DESC LIMIT 1)
           UNION ALL
           (SELECT corrected_at FROM sample_recent
             WHERE server_id = $1 AND corrected_at < $2 ORDER BY corrected_at DESC LIMIT 1)) AS before)
       SELECT seq, run_id, boot_id, monotonic_ms, coalesce(corrected_at, observed_at) AS at, received_at,
              interval_seconds
         FROM sample_recent, (SELECT coalesce((SELECT at FROM anchor), $2::timestamptz) AS since) AS bound
        WHERE server_id = $1
          AND ((corrected_at IS NULL AND observed_at >= since) OR corrected_at >= since)
        ORDER BY at, seq`,
      [serverId, new Date(sinceMs)],
    );
    return rows.map(toFact);
  }
}

interface FactRow {
  readonly seq: string;
  readonly run_id: string;
  readonly boot_id: string;
  readonly monotonic_ms: number;
  readonly at: Date;
  readonly received_at: Date;
  readonly interval_seconds: number;
  [column: string]: unknown;
}

const toFact = (row: FactRow): SampleFact => ({
  seq: Number(row.seq),
  runId: row.run_id,
  bootId: row.boot_id,
  monotonicMs: row.monotonic_ms,
  observedAtMs: row.at.getTime(),
  receivedAtMs: row.received_at.getTime(),
  intervalMs: Math.round(row.interval_seconds * 1000),
});

function toColumnArrays(samples: readonly IncomingSample[]): unknown[][] {
  const fixed: unknown[][] = fixedColumns.map(() => []);
  for (const { serverId, sample, observedAtMs, correctedAtMs, receivedAtMs } of samples) {
    const values = [
      serverId,
      new Date(observedAtMs).toISOString(),
      sample.seq,
      sample.epoch,
      sample.runId,
      sample.bootId,
      sample.monotonicMs,
      correctedAtMs === observedAtMs ? null : new Date(correctedAtMs).toISOString(),
      new Date(receivedAtMs).toISOString(),
      sample.intervalSeconds,
      JSON.stringify(sample.devices),
    ];
    values.forEach((value, index) => fixed[index]!.push(value));
  }
  const metrics = metricColumns.map(({ name }) => samples.map(({ sample }) => sample.metrics[name] ?? null));
  return [...fixed, ...metrics];
}
