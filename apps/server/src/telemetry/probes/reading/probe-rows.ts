import type { Interval } from '@opsgauge/domain';
import type { Queryable } from '../../../platform/database/database.js';
import { toProbeHour, type ProbeHour, type ProbeHourRow } from '../probe-hours.js';
import { toStoredResult, type ResultRow, type StoredResult } from '../probe-result.js';

/** Results of one probe in a period, the oldest first. */
export async function readResults(
  client: Queryable,
  probeId: string,
  { fromMs, toMs }: Interval,
): Promise<StoredResult[]> {
  const { rows } = await client.query<ResultRow>(
    'SELECT * FROM probe_result WHERE probe_id = $1 AND observed_at >= $2 AND observed_at < $3 ORDER BY observed_at',
    [probeId, new Date(fromMs), new Date(toMs)],
  );
  return rows.map(toStoredResult);
}

/** The newest results of a period, or the newest that failed. */
export async function readNewestResults(
  client: Queryable,
  probeId: string,
  { fromMs, toMs }: Interval,
  { isFailedOnly, countMax }: { readonly isFailedOnly: boolean; readonly countMax: number },
): Promise<StoredResult[]> {
  const { rows } = await client.query<ResultRow>(
    `SELECT * FROM probe_result WHERE probe_id = $1 AND observed_at >= $2 AND observed_at < $3
        AND (outcome <> 'ok' OR NOT $4) ORDER BY observed_at DESC LIMIT $5`,
    [probeId, new Date(fromMs), new Date(toMs), isFailedOnly, countMax],
  );
  return rows.map(toStoredResult);
}

/** The last result of each probe, where it has one. */
export async function readLastResults(
  client: Queryable,
  probeIds: readonly string[],
): Promise<Map<string, StoredResult>> {
  const { rows } = await client.query<ResultRow>(
    `SELECT last.* FROM unnest($1::uuid[]) AS asked (id)
       CROSS JOIN LATERAL (SELECT * FROM probe_result WHERE probe_id = asked.id ORDER BY observed_at DESC LIMIT 1) AS last`,
    [probeIds],
  );
  return new Map(rows.map((row) => [row.probe_id, toStoredResult(row)]));
}

/** Hours that begin in a period, by probe, the oldest first. */
export async function readHours(
  client: Queryable,
  probeIds: readonly string[],
  { fromMs, toMs }: Interval,
): Promise<Map<string, ProbeHour[]>> {
  const { rows } = await client.query<ProbeHourRow & { probe_id: string }>(
    'SELECT * FROM probe_hour WHERE probe_id = ANY($1) AND hour_at >= $2 AND hour_at < $3 ORDER BY hour_at',
    [probeIds, new Date(fromMs), new Date(toMs)],
  );
  const byProbe = new Map<string, ProbeHour[]>(probeIds.map((id) => [id, []]));
  for (const row of rows) byProbe.get(row.probe_id)!.push(toProbeHour(row));
  return byProbe;
}
