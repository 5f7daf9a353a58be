import { BinaryCopyReader } from '../../platform/database/binary-copy.js';
import { literal, uuidArray } from '../../platform/database/copy-rows.js';
import type { Queryable, Transaction } from '../../platform/database/database.js';
import { readSkeletons } from '../readings/skeleton-store.js';
import { readSampleRow, sampleColumns } from '../recent/sample-rows.js';
import { hourMs } from './fold-hour.js';
import { advanceFold, readDue, settleLate, type DueServer } from './fold-marks.js';
import { decodeHour } from './hour-blob.js';
import { HourBuilder, inOrderOfTime, unite, type HourColumns } from './hour-columns.js';
import { ensureMonth } from './hour-months.js';
import { writeHours } from './hour-writer.js';
import { markStale, sumUp } from './sum-up.js';

/** As many as are read, packed and written at a time: some megabytes. */
const serversAtATime = 50;
/** A server that was folded longer ago than this is asked for the hours it has, instead of going through all. */
const gapHoursMax = 6;

/** What folding needs of a connection of its own. */
export interface FoldClient extends Transaction {
  /** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Folds every server's hours that ended before `closedMs`, and those again to which samples came late, and sums days and
 * months up anew whose hours were written. It can be run at any time and any number of times: an hour is united with
 * what was folded of it before. Nobody who writes samples waits for it.
 *
 * @param timeZone in which days and months begin
 */
export async function foldDue(client: FoldClient, closedMs: number, timeZone: string): Promise<void> {
  const due = await readDue(client, closedMs);
  for (let at = 0; at < due.length; at += serversAtATime) {
    const servers = due.slice(at, at + serversAtATime);
    const skeletons = await readSkeletons(
      client,
      servers.map(({ serverId }) => serverId),
    );
    for (const [hour, members] of await hoursOf(client, servers, closedMs)) {
      await ensureMonth(client, hour);
      await client.transaction(() => foldHour(client, hour, members, skeletons, timeZone));
    }
    await advanceFold(
      client,
      servers.map(({ serverId }) => serverId),
      closedMs,
    );
  }
  await sumUp(client, closedMs, timeZone);
}

async function foldHour(
  client: Transaction,
  hour: number,
  servers: readonly DueServer[],
  skeletons: ReadonlyMap<string, ReadonlyMap<number, string>>,
  timeZone: string,
): Promise<void> {
  const recent = await readRecent(client, hour, servers, skeletons);
  const known = await readKnown(client, hour, [...recent.keys()]);
  const folded = [...recent].map(([serverId, columns]) => {
    const before = known.get(serverId);
    return {
      serverId,
      columns: before ? unite(before, columns) : inOrderOfTime(columns),
      isKnown: before !== undefined,
    };
  });
  await writeHours(client, hour, folded);
  await markStale(
    client,
    folded.map(({ serverId }) => serverId),
    hour,
    timeZone,
  );
  await settleLate(
    client,
    hour,
    servers.flatMap(({ serverId, late }) =>
      late.flatMap((mark) => (mark.hour === hour ? [{ serverId, version: mark.version }] : [])),
    ),
  );
}

/** The hours to be folded, and of which servers each. */
async function hoursOf(
  client: Queryable,
  servers: readonly DueServer[],
  closedMs: number,
): Promise<Map<number, DueServer[]>> {
  const hours = new Map<number, Set<DueServer>>();
  const add = (hour: number, server: DueServer) => {
    const members = hours.get(hour) ?? new Set();
    hours.set(hour, members.add(server));
  };
  const asked = new Map<string, DueServer>();
  for (const server of servers) {
    for (const { hour } of server.late) add(hour, server);
    const { foldedUntilMs } = server;
    if (foldedUntilMs === null || closedMs - foldedUntilMs > gapHoursMax * hourMs)
      asked.set(server.serverId, server);
    else for (let hour = foldedUntilMs; hour < closedMs; hour += hourMs) add(hour, server);
  }
  const { rows } = await client.query<{ server_id: string; hour: Date }>(
    `SELECT DISTINCT server_id, date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC') AS hour
       FROM sample_recent WHERE server_id = ANY($1)`,
    [[...asked.keys()]],
  );
  for (const { server_id, hour } of rows) {
    const server = asked.get(server_id)!;
    const at = hour.getTime();
    if (at >= (server.foldedUntilMs ?? 0) && at < closedMs) add(at, server);
  }
  return new Map(
    [...hours].sort(([one], [other]) => one - other).map(([hour, members]) => [hour, [...members]]),
  );
}

async function readRecent(
  client: Transaction,
  hour: number,
  servers: readonly DueServer[],
  skeletons: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Promise<Map<string, HourColumns>> {
  const ids = uuidArray(servers.map(({ serverId }) => serverId));
  const [from, to] = [literal(new Date(hour)), literal(new Date(hour + hourMs))];
  const select = `SELECT ${sampleColumns.join(', ')} FROM sample_recent WHERE server_id = ANY(${ids})`;
  const reader = new BinaryCopyReader(
    await client.copyOut(
      `${select} AND corrected_at IS NULL AND observed_at >= ${from} AND observed_at < ${to}
       UNION ALL ${select} AND corrected_at >= ${from} AND corrected_at < ${to}`,
    ),
  );
  const byHex = new Map(servers.map(({ serverId }) => [serverId.replaceAll('-', ''), serverId]));
  const builders = new Map<string, HourBuilder>();
  const none = new Map<number, string>();
  while (reader.nextRow()) {
    const serverId = byHex.get(reader.uuid()!)!;
    let builder = builders.get(serverId);
    if (!builder) builders.set(serverId, (builder = new HourBuilder()));
    readSampleRow(reader, skeletons.get(serverId) ?? none, builder);
  }
  return new Map([...builders].map(([serverId, builder]) => [serverId, builder.columns()]));
}

/** The hours that were folded before. */
async function readKnown(
  client: Queryable,
  hour: number,
  serverIds: readonly string[],
): Promise<Map<string, HourColumns>> {
  const { rows } = await client.query<{ server_id: string; samples: Buffer }>(
    'SELECT server_id, samples FROM server_hour_raw WHERE server_id = ANY($1) AND hour_at = $2',
    [serverIds, new Date(hour)],
  );
  return new Map(rows.map(({ server_id, samples }) => [server_id, decodeHour(samples)]));
}
