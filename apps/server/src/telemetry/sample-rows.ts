import type { DeviceReadings, HostMetrics } from '@opsgauge/contract';
import type { StoredSample } from './hours/stored-sample.js';
import { metricColumns } from './sample-columns.js';

/** The samples of a window by their true time. `$1` server, `$2` from, `$3` to. */
export const samplesInWindow = `
  server_id = $1 AND ((corrected_at IS NULL AND observed_at >= $2 AND observed_at < $3)
                      OR (corrected_at >= $2 AND corrected_at < $3))`;

/** A row of `sample_recent` as it is read. */
export type SampleRow = Record<string, unknown> & {
  readonly observed_at: Date;
  readonly corrected_at: Date | null;
  readonly received_at: Date;
};

export function toStoredSample(row: SampleRow): StoredSample {
  const metrics: HostMetrics = {};
  for (const { name, column } of metricColumns) {
    const value = row[column];
    if (typeof value === 'number') metrics[name] = value;
  }
  return {
    epoch: Number(row['epoch']),
    seq: Number(row['seq']),
    runId: String(row['run_id']),
    bootId: String(row['boot_id']),
    monotonicMs: Number(row['monotonic_ms']),
    observedAtMs: row.observed_at.getTime(),
    correctedAtMs: (row.corrected_at ?? row.observed_at).getTime(),
    receivedAtMs: row.received_at.getTime(),
    intervalSeconds: Number(row['interval_seconds']),
    metrics,
    devices: row['devices'] as DeviceReadings,
  };
}
