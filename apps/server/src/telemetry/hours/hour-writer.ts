import { BinaryCopyWriter } from '../../platform/database/binary-copy.js';
import type { Transaction } from '../../platform/database/database.js';
import { summarizeHour } from './fold-hour.js';
import { encodeHour } from './hour-blob.js';
import type { HourColumns } from './hour-columns.js';
import { summaryRowColumns, upsertFrom, writeSummaryRow } from './summary-rows.js';

/** An hour of a server, ready to be stored. */
export interface FoldedHour {
  readonly serverId: string;
  /** In order of time, each sample once. */
  readonly columns: HourColumns;
  /** Whether there is a row of it already. */
  readonly isKnown: boolean;
}

const rawColumns = ['server_id', 'hour_at', 'sample_count', 'samples', 'readings_at'];

/** Takes a row over only where its samples are others than those known. */
const updateRaw = `
  UPDATE server_hour_raw AS known
     SET sample_count = stage.sample_count, samples = stage.samples, readings_at = stage.readings_at,
         revision = known.revision + 1
    FROM raw_stage AS stage
   WHERE known.server_id = stage.server_id AND known.hour_at = stage.hour_at
     AND (known.sample_count, known.samples) IS DISTINCT FROM (stage.sample_count, stage.samples)`;

/** Writes hours of several servers: new ones straight into their tables, known ones by way of a stage. */
export async function writeHours(
  client: Transaction,
  hour: number,
  folded: readonly FoldedHour[],
): Promise<void> {
  const fresh = folded.filter(({ isKnown }) => !isKnown);
  const known = folded.filter(({ isKnown }) => isKnown);
  if (fresh.length > 0) await copyHours(client, hour, fresh, 'server_hour', 'server_hour_raw');
  if (known.length === 0) return;
  for (const [stage, table] of [
    ['hour_stage', 'server_hour'],
    ['raw_stage', 'server_hour_raw'],
  ]) {
    await client.query(
      `CREATE TEMPORARY TABLE IF NOT EXISTS ${stage} (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DELETE ROWS`,
    );
  }
  await copyHours(client, hour, known, 'hour_stage', 'raw_stage');
  await client.query(upsertFrom('hour_stage', 'hour'));
  await client.query(updateRaw);
}

async function copyHours(
  client: Transaction,
  hour: number,
  folded: readonly FoldedHour[],
  hourTable: string,
  rawTable: string,
): Promise<void> {
  const summaries = new BinaryCopyWriter(folded.length * 1024);
  const raw = new BinaryCopyWriter(folded.length * 16 * 1024);
  for (const { serverId, columns } of folded) {
    writeSummaryRow(summaries, serverId, hour, summarizeHour(columns));
    const { blob, readingsAt } = encodeHour(columns);
    raw.row(rawColumns.length);
    raw.uuid(serverId);
    raw.timestamptz(hour);
    raw.int4(columns.identities.length);
    raw.bytea(blob);
    raw.int4(readingsAt);
  }
  await client.copyIn(`${hourTable} (${summaryRowColumns('hour').join(', ')})`, summaries.finish());
  await client.copyIn(`${rawTable} (${rawColumns.join(', ')})`, raw.finish());
}
