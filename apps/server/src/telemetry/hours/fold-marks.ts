import type { Queryable } from '../../platform/database/database.js';
import { hourMs, hourOf } from './fold-hour.js';

/** An hour that ended this long ago is late for whatever comes now; folding waits longer than that. */
export const lateAfterMs = 60_000;

/** An hour to which samples came after its end. */
export interface LateHour {
  readonly hour: number;
  /** Tells whether more came while it was folded again. */
  readonly version: number;
}

/** What is to be folded of a server. */
export interface DueServer {
  readonly serverId: string;
  /** Null where nothing of it was folded yet. */
  readonly foldedUntilMs: number | null;
  readonly late: readonly LateHour[];
}

/** Whether a sample came when folding may have passed its hour. */
export const isLateForHour = (correctedAtMs: number, receivedAtMs: number): boolean =>
  receivedAtMs >= hourOf(correctedAtMs) + hourMs + lateAfterMs;

/** Notes the hours for which samples came too late, in the transaction that stores them. */
export async function markLate(
  client: Queryable,
  samples: readonly {
    readonly serverId: string;
    readonly correctedAtMs: number;
    readonly receivedAtMs: number;
  }[],
): Promise<void> {
  const late = new Map<string, [string, number]>();
  for (const { serverId, correctedAtMs, receivedAtMs } of samples) {
    if (!isLateForHour(correctedAtMs, receivedAtMs)) continue;
    const hour = hourOf(correctedAtMs);
    late.set(`${serverId} ${hour}`, [serverId, hour]);
  }
  if (late.size === 0) return;
  // In one order, so that two that write the same marks wait for each other and not both.
  const marks = [...late].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, mark]) => mark);
  await client.query(
    `INSERT INTO late_hour AS known (server_id, hour_at, version)
     SELECT server_id, hour_at, 1 FROM unnest($1::uuid[], $2::timestamptz[]) AS marks (server_id, hour_at)
     ON CONFLICT (server_id, hour_at) DO UPDATE SET version = known.version + 1`,
    [marks.map(([id]) => id), marks.map(([, ms]) => new Date(ms).toISOString())],
  );
}

/** The servers with hours that ended before `closedMs` and are not folded, or not with all that came. */
export async function readDue(client: Queryable, closedMs: number): Promise<DueServer[]> {
  const { rows } = await client.query<{
    server_id: string;
    folded_until: Date | null;
    hours: Date[] | null;
    versions: string[] | null;
  }>(
    `SELECT server_id, folded_until, hours, versions
       FROM server_latest
       LEFT JOIN server_fold USING (server_id)
       LEFT JOIN (SELECT server_id, array_agg(hour_at ORDER BY hour_at) AS hours,
                         array_agg(version ORDER BY hour_at) AS versions
                    FROM late_hour WHERE hour_at < $1 GROUP BY 1) AS marks USING (server_id)
      WHERE folded_until IS NULL OR folded_until < $1 OR hours IS NOT NULL
      ORDER BY server_id`,
    [new Date(closedMs)],
  );
  return rows.map(({ server_id, folded_until, hours, versions }) => ({
    serverId: server_id,
    foldedUntilMs: folded_until?.getTime() ?? null,
    late: (hours ?? []).map((at, index) => ({ hour: at.getTime(), version: Number(versions![index]) })),
  }));
}

/** Takes a mark away, unless more came since it was read. */
export async function settleLate(
  client: Queryable,
  hour: number,
  settled: readonly { readonly serverId: string; readonly version: number }[],
): Promise<void> {
  if (settled.length === 0) return;
  await client.query(
    `DELETE FROM late_hour USING unnest($1::uuid[], $2::int8[]) AS settled (id, seen)
      WHERE server_id = id AND version = seen AND hour_at = $3`,
    [settled.map(({ serverId }) => serverId), settled.map(({ version }) => version), new Date(hour)],
  );
}

export async function advanceFold(
  client: Queryable,
  serverIds: readonly string[],
  foldedUntilMs: number,
): Promise<void> {
  await client.query(
    `INSERT INTO server_fold (server_id, folded_until) SELECT id, $2 FROM unnest($1::uuid[]) AS id
     ON CONFLICT (server_id) DO UPDATE SET folded_until = greatest(server_fold.folded_until, EXCLUDED.folded_until)`,
    [serverIds, new Date(foldedUntilMs)],
  );
}
