import { hostMetricNames, type HostMetrics } from '@opsgauge/contract';
import type { SampleFact } from '@opsgauge/domain';
import { type BinaryColumn, columnNames, unnested } from '../platform/database/binary-columns.js';
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

/** With what tells whether somebody else has written its row meanwhile. */
export interface KnownLatest extends Latest {
  /** How often the row was written; 0 where there is none yet. */
  readonly version: number;
}

export interface FactRow {
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

export interface LatestRow extends FactRow {
  readonly metrics: Buffer;
  readonly readings: string;
  readonly last_report_at: Date;
  readonly clock_offset_ms: number;
  readonly agent_version: string | null;
  readonly dropped_samples: string;
  readonly version: string;
}

/** A row's values. */
export const latestValues: readonly BinaryColumn<KnownLatest>[] = [
  { name: 'server_id', type: 'uuid', value: ({ serverId }) => serverId },
  { name: 'observed_at', type: 'timestamptz', value: ({ fact }) => fact.observedAtMs },
  { name: 'seq', type: 'int8', value: ({ fact }) => fact.seq },
  { name: 'run_id', type: 'text', value: ({ fact }) => fact.runId },
  { name: 'boot_id', type: 'text', value: ({ fact }) => fact.bootId },
  { name: 'monotonic_ms', type: 'float8', value: ({ fact }) => fact.monotonicMs },
  { name: 'received_at', type: 'timestamptz', value: ({ fact }) => fact.receivedAtMs },
  { name: 'interval_seconds', type: 'float4', value: ({ fact }) => fact.intervalMs / 1000 },
  { name: 'metrics', type: 'bytea', value: ({ metrics }) => packMetrics(metrics) },
  { name: 'readings', type: 'text', value: ({ readings }) => JSON.stringify(readings) },
  { name: 'last_report_at', type: 'timestamptz', value: ({ lastReportAtMs }) => lastReportAtMs },
  { name: 'clock_offset_ms', type: 'float8', value: ({ clockOffsetMs }) => clockOffsetMs },
  { name: 'agent_version', type: 'text', value: ({ agentVersion }) => agentVersion },
  { name: 'dropped_samples', type: 'int8', value: ({ droppedSamples }) => droppedSamples },
  { name: 'version', type: 'int8', value: ({ version }) => version + 1 },
];

/**
 * Writes rows of {@link latestValues}, whose parameters come first. Where somebody else wrote a row since, the statement
 * fails with all that goes with it: no row is without a version.
 */
export const saveLatestStatement = `
  INSERT INTO server_latest AS known (${columnNames(latestValues)}) SELECT * FROM ${unnested(latestValues)}
  ON CONFLICT (server_id) DO UPDATE SET ${latestValues
    .filter(({ name }) => name !== 'server_id' && name !== 'version')
    .map(({ name }) => `${name} = EXCLUDED.${name}`)
    .join(', ')}, version = CASE WHEN known.version = EXCLUDED.version - 1 THEN EXCLUDED.version END`;

export const toFact = (row: FactRow): SampleFact => ({
  seq: Number(row.seq),
  runId: row.run_id,
  bootId: row.boot_id,
  monotonicMs: row.monotonic_ms,
  observedAtMs: row.observed_at.getTime(),
  receivedAtMs: row.received_at.getTime(),
  intervalMs: Math.round(row.interval_seconds * 1000),
});

export function toLatest(row: LatestRow): KnownLatest {
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
    version: Number(row.version),
  };
}

/** Doubles in the order of the metrics, NaN where there is none: PostgreSQL has nothing to do with them but keep them. */
function packMetrics(metrics: HostMetrics): Buffer {
  const bytes = Buffer.allocUnsafe(8 * hostMetricNames.length);
  hostMetricNames.forEach((name, index) => bytes.writeDoubleBE(metrics[name] ?? NaN, 8 * index));
  return bytes;
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
