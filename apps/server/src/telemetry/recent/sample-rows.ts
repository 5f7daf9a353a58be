import type { HostMetrics } from '@opsgauge/contract';
import type { BinaryCopyReader, BinaryCopyWriter } from '../../platform/database/binary-copy.js';
import { type BinaryColumn, writeValue } from '../../platform/database/binary-columns.js';
import type { StoredSample } from '../hours/stored-sample.js';
import { unpack } from '../readings/packed-readings.js';
import type { Readings } from '../readings/readings.js';
import { putTogether, takeApart, type TakenApart } from '../readings/skeleton.js';
import type { IncomingSample } from './sample-record.js';
import { metricColumns } from './sample-columns.js';
import type { HourBuilder } from '../hours/hour-columns.js';

/** The samples of a window by their true time. `$1` server, `$2` from, `$3` to. */
export const samplesInWindow = `
  server_id = $1 AND ((corrected_at IS NULL AND observed_at >= $2 AND observed_at < $3)
                      OR (corrected_at >= $2 AND corrected_at < $3))`;

/** A sample and its readings, packed. */
export interface SampleRowValues {
  readonly incoming: IncomingSample;
  readonly readings: Buffer;
}

/** A row's values, in the order in which rows are written and read. */
export const sampleValues: readonly BinaryColumn<SampleRowValues>[] = [
  { name: 'server_id', type: 'uuid', value: ({ incoming }) => incoming.serverId },
  { name: 'observed_at', type: 'timestamptz', value: ({ incoming }) => incoming.observedAtMs },
  { name: 'seq', type: 'int8', value: ({ incoming }) => incoming.sample.seq },
  { name: 'epoch', type: 'int8', value: ({ incoming }) => incoming.sample.epoch },
  { name: 'run_id', type: 'text', value: ({ incoming }) => incoming.sample.runId },
  { name: 'boot_id', type: 'text', value: ({ incoming }) => incoming.sample.bootId },
  { name: 'monotonic_ms', type: 'float8', value: ({ incoming }) => incoming.sample.monotonicMs },
  {
    name: 'corrected_at',
    type: 'timestamptz',
    value: ({ incoming }) =>
      incoming.correctedAtMs === incoming.observedAtMs ? null : incoming.correctedAtMs,
  },
  { name: 'received_at', type: 'timestamptz', value: ({ incoming }) => incoming.receivedAtMs },
  { name: 'interval_seconds', type: 'float8', value: ({ incoming }) => incoming.sample.intervalSeconds },
  { name: 'readings', type: 'bytea', value: ({ readings }) => readings },
  ...metricColumns.map(({ name, column }): BinaryColumn<SampleRowValues> => ({
    name: column,
    type: 'float8',
    value: ({ incoming }) => incoming.sample.metrics[name],
  })),
];

/** The columns in the same order. */
export const sampleColumns = sampleValues.map(({ name }) => name);

/** Writes a row of {@link sampleColumns}. */
export function writeSampleRow(writer: BinaryCopyWriter, incoming: IncomingSample, readings: Buffer): void {
  const row = { incoming, readings };
  writer.row(sampleValues.length);
  for (const column of sampleValues) writeValue(writer, column, row);
}

/**
 * Reads the rest of a row of {@link sampleColumns}, after its server, into an hour.
 *
 * @param skeletons of the server, by their numbers
 */
export function readSampleRow(
  reader: BinaryCopyReader,
  skeletons: ReadonlyMap<number, string>,
  into: HourBuilder,
): void {
  const observedAtMs = reader.timestamptz()!;
  const seq = reader.int8()!;
  const epoch = reader.int8()!;
  const runId = reader.text()!;
  const bootId = reader.text()!;
  const monotonicMs = reader.float8()!;
  const correctedAtMs = reader.timestamptz() ?? observedAtMs;
  const receivedAtMs = reader.timestamptz()!;
  const intervalSeconds = reader.float8()!;
  const { skeleton, numbers } = takenApart(reader.bytea()!, skeletons);
  const place = into.add(
    { observedAtMs, seq, epoch, runId, bootId, monotonicMs, correctedAtMs, receivedAtMs, intervalSeconds },
    skeleton,
    numbers,
  );
  for (const { name } of metricColumns) {
    const value = reader.float8();
    if (value !== null) into.put(place, name, value);
  }
}

/** A row of `sample_recent` as a query gives it. */
export type SampleRow = Record<string, unknown> & {
  readonly observed_at: Date;
  readonly corrected_at: Date | null;
  readonly received_at: Date;
  readonly readings: Buffer;
};

export function toStoredSample(row: SampleRow, skeletons: ReadonlyMap<number, string>): StoredSample {
  const metrics: HostMetrics = {};
  for (const { name, column } of metricColumns) {
    const value = row[column];
    if (typeof value === 'number') metrics[name] = value;
  }
  const { skeleton, numbers } = takenApart(row.readings, skeletons);
  let position = 0;
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
    ...(putTogether(skeleton, () => numbers[position++]!) as Readings),
  };
}

/** @throws Error where the skeleton of packed readings is not among those of the server */
function takenApart(bytes: Buffer, skeletons: ReadonlyMap<number, string>): TakenApart {
  const packed = unpack(bytes);
  if ('json' in packed) return takeApart(JSON.parse(packed.json) as object);
  const skeleton = skeletons.get(packed.skeletonId);
  if (skeleton === undefined) throw new Error(`readings of an unknown skeleton ${packed.skeletonId}`);
  return { skeleton, numbers: packed.numbers };
}
