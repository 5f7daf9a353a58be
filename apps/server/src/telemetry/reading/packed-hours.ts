import type { Interval } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';
import { hourMs, hourOf } from '../hours/fold-hour.js';

export interface PackedHour {
  readonly hour: number;
  readonly sampleCount: number;
  readonly blob: Buffer;
}

const parameters = (serverId: string, { fromMs, toMs }: Interval) => [
  serverId,
  new Date(hourOf(fromMs)),
  new Date(toMs),
];
const inWindow = 'server_id = $1 AND hour_at >= $2 AND hour_at < $3';

/**
 * The folded hours that a window touches, in order.
 *
 * @param part `metrics` leaves out what stands behind the metrics: enough for them, for times and for identities
 */
export async function readPackedHours(
  client: Queryable,
  serverId: string,
  window: Interval,
  part: 'all' | 'metrics' = 'all',
): Promise<PackedHour[]> {
  const samples =
    part === 'all'
      ? 'samples'
      : 'CASE WHEN readings_at IS NULL THEN samples ELSE substring(samples FOR readings_at) END';
  const { rows } = await client.query<{ hour_at: Date; sample_count: number; samples: Buffer }>(
    `SELECT hour_at, sample_count, ${samples} AS samples FROM server_hour_raw WHERE ${inWindow} ORDER BY hour_at`,
    parameters(serverId, window),
  );
  return rows.map(({ hour_at, sample_count, samples: blob }) => ({
    hour: hour_at.getTime(),
    sampleCount: sample_count,
    blob,
  }));
}

/** How many samples the folded hours that a window touches hold, by the hour, in order. */
export async function countPackedHours(
  client: Queryable,
  serverId: string,
  window: Interval,
): Promise<{ readonly hour: number; readonly sampleCount: number }[]> {
  const { rows } = await client.query<{ hour_at: Date; sample_count: number }>(
    `SELECT hour_at, sample_count FROM server_hour_raw WHERE ${inWindow} ORDER BY hour_at`,
    parameters(serverId, window),
  );
  return rows.map(({ hour_at, sample_count }) => ({ hour: hour_at.getTime(), sampleCount: sample_count }));
}

/** Of a window those hours that were summed up but of which the samples are gone. */
export async function countGoneHours(client: Queryable, serverId: string, window: Interval): Promise<number> {
  const { rows } = await client.query<{ gone: string }>(
    `SELECT count(*) AS gone FROM server_hour AS summed WHERE ${inWindow}
        AND NOT EXISTS (SELECT FROM server_hour_raw AS raw
                         WHERE raw.server_id = summed.server_id AND raw.hour_at = summed.hour_at)`,
    parameters(serverId, window),
  );
  return Number(rows[0]!.gone);
}

/** The earliest hour of a server whose samples are still kept; null where none is. */
export async function earliestPackedHour(client: Queryable, serverId: string): Promise<number | null> {
  const { rows } = await client.query<{ first: Date | null }>(
    'SELECT min(hour_at) AS first FROM server_hour_raw WHERE server_id = $1',
    [serverId],
  );
  return rows[0]!.first?.getTime() ?? null;
}

/** The last folded hour that began before a moment, with all its samples. */
export async function lastPackedHourBefore(
  client: Queryable,
  serverId: string,
  beforeMs: number,
): Promise<Buffer | null> {
  const { rows } = await client.query<{ samples: Buffer }>(
    `SELECT samples FROM server_hour_raw WHERE server_id = $1 AND hour_at < $2 ORDER BY hour_at DESC LIMIT 1`,
    [serverId, new Date(beforeMs)],
  );
  return rows[0]?.samples ?? null;
}

export const hourSpan = (hour: number): Interval => ({ fromMs: hour, toMs: hour + hourMs });
