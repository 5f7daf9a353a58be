import { DateTime } from 'luxon';
import { BinaryCopyReader, BinaryCopyWriter } from '../../platform/database/binary-copy.js';
import { literal, uuidArray } from '../../platform/database/copy-rows.js';
import type { Queryable } from '../../platform/database/database.js';
import { uniteSummaries, type SpanSummary } from './fold-hour.js';
import type { FoldClient } from './fold-run.js';
import {
  readSummaryRow,
  summaryRowColumns,
  summaryTables,
  upsertFrom,
  writeSummaryRow,
  type SummaryUnit,
} from './summary-rows.js';

/** Days are summed up from hours, months from days. */
const steps = [
  { unit: 'day', from: 'hour' },
  { unit: 'month', from: 'day' },
] as const satisfies readonly { unit: SummaryUnit; from: SummaryUnit }[];
type SummedUnit = (typeof steps)[number]['unit'];

const startOf = (ms: number, unit: SummedUnit, timeZone: string) =>
  DateTime.fromMillis(ms, { zone: timeZone }).startOf(unit);

/** Notes that the day and the month of an hour have to be summed up, in the transaction that writes the hour. */
export async function markStale(
  client: Queryable,
  serverIds: readonly string[],
  hour: number,
  timeZone: string,
): Promise<void> {
  for (const { unit } of steps) {
    await client.query(
      `INSERT INTO stale_summary (server_id, unit, from_at) SELECT id, $2, $3 FROM unnest($1::uuid[]) AS id
       ON CONFLICT DO NOTHING`,
      [serverIds, unit, startOf(hour, unit, timeZone).toJSDate()],
    );
  }
}

/** Sums up the days and months that are over before `closedMs` and of which hours were written. */
export async function sumUp(client: FoldClient, closedMs: number, timeZone: string): Promise<void> {
  for (const { unit, from } of steps) {
    const { rows } = await client.query<{ from_at: Date; server_ids: string[] }>(
      `SELECT from_at, array_agg(server_id::text) AS server_ids FROM stale_summary WHERE unit = $1
        GROUP BY from_at ORDER BY from_at`,
      [unit],
    );
    for (const { from_at, server_ids } of rows) {
      const toMs = startOf(from_at.getTime(), unit, timeZone)
        .plus({ [unit]: 1 })
        .toMillis();
      if (toMs > closedMs) continue;
      await client.transaction(() => sumUpSpan(client, unit, from, from_at.getTime(), toMs, server_ids));
    }
  }
}

async function sumUpSpan(
  client: FoldClient,
  unit: SummedUnit,
  from: SummaryUnit,
  fromMs: number,
  toMs: number,
  serverIds: readonly string[],
): Promise<void> {
  const { table } = summaryTables[unit];
  const writer = new BinaryCopyWriter(serverIds.length * 1024);
  const parts = await readParts(client, from, fromMs, toMs, serverIds);
  for (const [serverId, summaries] of parts)
    writeSummaryRow(writer, serverId, fromMs, uniteSummaries(summaries));
  const stage = `${unit}_stage`;
  await client.query(`CREATE TEMPORARY TABLE IF NOT EXISTS ${stage} (LIKE ${table}) ON COMMIT DELETE ROWS`);
  await client.copyIn(`${stage} (${summaryRowColumns(unit).join(', ')})`, writer.finish());
  await client.query(upsertFrom(stage, unit));
  await client.query('DELETE FROM stale_summary WHERE unit = $1 AND from_at = $2 AND server_id = ANY($3)', [
    unit,
    new Date(fromMs),
    serverIds,
  ]);
}

async function readParts(
  client: FoldClient,
  unit: SummaryUnit,
  fromMs: number,
  toMs: number,
  serverIds: readonly string[],
): Promise<Map<string, SpanSummary[]>> {
  const { table, key } = summaryTables[unit];
  const reader = new BinaryCopyReader(
    await client.copyOut(
      `SELECT ${summaryRowColumns(unit).join(', ')} FROM ${table} WHERE server_id = ANY(${uuidArray(serverIds)})
          AND ${key} >= ${literal(new Date(fromMs))} AND ${key} < ${literal(new Date(toMs))}`,
    ),
  );
  const byHex = new Map(serverIds.map((serverId) => [serverId.replaceAll('-', ''), serverId]));
  const parts = new Map<string, SpanSummary[]>();
  while (reader.nextRow()) {
    const serverId = byHex.get(reader.uuid()!)!;
    reader.timestamptz();
    const known = parts.get(serverId) ?? [];
    known.push(readSummaryRow(reader));
    parts.set(serverId, known);
  }
  return parts;
}
