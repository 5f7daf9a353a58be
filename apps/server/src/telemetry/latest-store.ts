import { Injectable } from '@nestjs/common';
import { hostMetricNames, type HostMetrics } from '@opsgauge/contract';
import type { SampleFact } from '@opsgauge/domain';
import { Database, type Queryable } from '../platform/database/database.js';
import type { Readings } from './readings/readings.js';

/** A server's newest sample and what its last report said of its agent. */
export interface Latest {
  readonly serverId: string;
  readonly fact: SampleFact;
  readonly metrics: HostMetrics;
  readonly readings: Readings;
  /** Whether the readings hold targets: known without reading them. */
  readonly hasTargets: boolean;
  readonly lastReportAtMs: number;
  readonly clockOffsetMs: number;
  readonly agentVersion: string | null;
  readonly droppedSamples: number;
}

/** Of a server's newest sample what status needs. */
export type Heard = Pick<Latest, 'serverId' | 'fact'>;

interface FactRow {
  readonly server_id: string;
  readonly observed_at: Date;
  readonly seq: string;
  readonly run_id: string;
  readonly boot_id: string;
  readonly monotonic_ms: number;
  readonly received_at: Date;
  readonly interval_seconds: number;
  [column: string]: unknown;
}

interface LatestRow extends FactRow {
  readonly metrics: Buffer;
  readonly readings: string;
  readonly last_report_at: Date;
  readonly clock_offset_ms: number;
  readonly agent_version: string | null;
  readonly dropped_samples: string;
}

const fields = [
  ['server_id', 'uuid'],
  ['observed_at', 'timestamptz'],
  ['seq', 'int8'],
  ['run_id', 'text'],
  ['boot_id', 'text'],
  ['monotonic_ms', 'float8'],
  ['received_at', 'timestamptz'],
  ['interval_seconds', 'float4'],
  ['metrics', 'bytea'],
  ['readings', 'text'],
  ['last_report_at', 'timestamptz'],
  ['clock_offset_ms', 'float8'],
  ['agent_version', 'text'],
  ['dropped_samples', 'int8'],
] as const;

const upsertStatement = `
  INSERT INTO server_latest (${fields.map(([name]) => name).join(', ')})
  SELECT * FROM unnest(${fields.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
  ON CONFLICT (server_id) DO UPDATE SET ${fields
    .slice(1)
    .map(([name]) => `${name} = EXCLUDED.${name}`)
    .join(', ')}`;

/** Rows of `server_latest`: what every page that asks for "now" reads. */
@Injectable()
export class LatestStore {
  /** Servers that have a row, which goes only with the server itself. */
  private readonly heard = new Set<string>();

  constructor(private readonly database: Database) {}

  /**
   * Lets one transaction at a time write samples of these servers, until it ends. Two hubs may hear of a server for the
   * first time at once, when there is no row to lock: those are locked by name. Everybody locks names, then rows, each
   * in one order.
   */
  async lock(client: Queryable, serverIds: readonly string[]): Promise<Map<string, Latest>> {
    if (serverIds.some((id) => !this.heard.has(id))) {
      await client.query(
        `SELECT pg_advisory_xact_lock(hashtext('latest'), key)
           FROM (SELECT DISTINCT hashtext(id::text) AS key FROM unnest($1::uuid[]) AS asked (id)
                  WHERE NOT EXISTS (SELECT FROM server_latest WHERE server_id = id) ORDER BY 1) AS unheard`,
        [serverIds],
      );
    }
    const { rows } = await client.query<LatestRow>(
      'SELECT * FROM server_latest WHERE server_id = ANY($1) ORDER BY server_id FOR UPDATE',
      [serverIds],
      'lock-latest',
    );
    for (const { server_id } of rows) this.heard.add(server_id);
    return new Map(rows.map((row) => [row.server_id, toLatest(row)]));
  }

  async save(client: Queryable, latest: readonly Latest[]): Promise<void> {
    if (latest.length > 0) await client.query(upsertStatement, toColumnArrays(latest), 'save-latest');
  }

  /** At which interval a server samples; null where it was never heard. */
  async intervalMs(serverId: string): Promise<number | null> {
    const { rows } = await this.database.query<{ interval_seconds: number }>(
      'SELECT interval_seconds FROM server_latest WHERE server_id = $1',
      [serverId],
    );
    return rows[0] ? Math.round(rows[0].interval_seconds * 1000) : null;
  }

  async list(): Promise<Latest[]> {
    const { rows } = await this.database.query<LatestRow>('SELECT * FROM server_latest');
    return rows.map(toLatest);
  }

  /** When servers were last heard of, without what they said. */
  async heardOf(serverIds: readonly string[]): Promise<Heard[]> {
    const { rows } = await this.database.query<FactRow>(
      `SELECT server_id, observed_at, seq, run_id, boot_id, monotonic_ms, received_at, interval_seconds
         FROM server_latest WHERE server_id = ANY($1)`,
      [serverIds],
    );
    return rows.map((row) => ({ serverId: row.server_id, fact: toFact(row) }));
  }

  async listByIds(serverIds: readonly string[]): Promise<Latest[]> {
    const { rows } = await this.database.query<LatestRow>(
      'SELECT * FROM server_latest WHERE server_id = ANY($1)',
      [serverIds],
    );
    return rows.map(toLatest);
  }
}

const toFact = (row: FactRow): SampleFact => ({
  seq: Number(row.seq),
  runId: row.run_id,
  bootId: row.boot_id,
  monotonicMs: row.monotonic_ms,
  observedAtMs: row.observed_at.getTime(),
  receivedAtMs: row.received_at.getTime(),
  intervalMs: Math.round(row.interval_seconds * 1000),
});

function toLatest(row: LatestRow): Latest {
  let readings: Readings | undefined;
  return {
    serverId: row.server_id,
    fact: toFact(row),
    metrics: unpackMetrics(row.metrics),
    // Most who ask for the latest of a thousand servers want none of them.
    get readings() {
      return (readings ??= JSON.parse(row.readings) as Readings);
    },
    hasTargets: row.readings.includes('"targets"'),
    lastReportAtMs: row.last_report_at.getTime(),
    clockOffsetMs: row.clock_offset_ms,
    agentVersion: row.agent_version,
    droppedSamples: Number(row.dropped_samples),
  };
}

function toColumnArrays(latest: readonly Latest[]): unknown[][] {
  const rows = latest.map(({ serverId, fact, ...rest }) => [
    serverId,
    new Date(fact.observedAtMs).toISOString(),
    fact.seq,
    fact.runId,
    fact.bootId,
    fact.monotonicMs,
    new Date(fact.receivedAtMs).toISOString(),
    fact.intervalMs / 1000,
    packMetrics(rest.metrics),
    JSON.stringify(rest.readings),
    new Date(rest.lastReportAtMs).toISOString(),
    rest.clockOffsetMs,
    rest.agentVersion,
    rest.droppedSamples,
  ]);
  return fields.map((_, index) => rows.map((row) => row[index]));
}

/** Doubles in the order of the metrics, NaN where there is none: PostgreSQL has nothing to do with them but keep them. */
function packMetrics(metrics: HostMetrics): string {
  const bytes = Buffer.allocUnsafe(8 * hostMetricNames.length);
  hostMetricNames.forEach((name, index) => bytes.writeDoubleBE(metrics[name] ?? NaN, 8 * index));
  return `\\x${bytes.toString('hex')}`;
}

function unpackMetrics(bytes: Buffer): HostMetrics {
  const metrics: HostMetrics = {};
  hostMetricNames.forEach((name, index) => {
    // A metric that came later than the row is not in it.
    const value = 8 * index < bytes.length ? bytes.readDoubleBE(8 * index) : NaN;
    if (!Number.isNaN(value)) metrics[name] = value;
  });
  return metrics;
}
