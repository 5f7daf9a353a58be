import type { Interval } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';
import { hourMs, hourOf } from '../hours/fold-hour.js';

/** Where the samples of a window are to be read. The parts are in order, together the window, and do not overlap. */
export interface CoveragePart extends Interval {
  /**
   * `folded`: the hours have them all. `recent`: the table of the last days has. `both`: some came late and are not in
   * their hour yet, others may have left the table.
   */
  readonly in: 'folded' | 'recent' | 'both';
}

/** What folding has done of a server. */
interface FoldState {
  readonly foldedUntilMs: number;
  readonly lateHours: ReadonlySet<number>;
}

export async function readCoverage(
  client: Queryable,
  serverId: string,
  window: Interval,
): Promise<CoveragePart[]> {
  const { rows } = await client.query<{ folded_until: Date | null; late: Date[] | null }>(
    `SELECT (SELECT folded_until FROM server_fold WHERE server_id = $1) AS folded_until,
            (SELECT array_agg(hour_at) FROM late_hour WHERE server_id = $1 AND hour_at >= $2 AND hour_at < $3) AS late`,
    [serverId, new Date(hourOf(window.fromMs)), new Date(window.toMs)],
  );
  const { folded_until, late } = rows[0]!;
  return coverageOf(window, {
    foldedUntilMs: folded_until?.getTime() ?? 0,
    lateHours: new Set((late ?? []).map((at) => at.getTime())),
  });
}

/** Of many servers' windows, each server once; a server that nothing was folded of has its window as one part. */
export async function readCoverages(
  client: Queryable,
  windows: readonly (Interval & { readonly serverId: string })[],
): Promise<Map<string, CoveragePart[]>> {
  const ids = windows.map(({ serverId }) => serverId);
  const earliestMs = windows.reduce((least, { fromMs }) => Math.min(least, fromMs), Infinity);
  const folded = await client.query<{ server_id: string; folded_until: Date }>(
    'SELECT server_id, folded_until FROM server_fold WHERE server_id = ANY($1)',
    [ids],
  );
  const late = await client.query<{ server_id: string; hour_at: Date }>(
    'SELECT server_id, hour_at FROM late_hour WHERE server_id = ANY($1) AND hour_at >= $2',
    [ids, new Date(hourOf(earliestMs))],
  );
  const states = new Map(
    folded.rows.map(({ server_id, folded_until }) => [
      server_id,
      { foldedUntilMs: folded_until.getTime(), lateHours: new Set<number>() },
    ]),
  );
  for (const { server_id, hour_at } of late.rows) states.get(server_id)?.lateHours.add(hour_at.getTime());
  const unfolded: FoldState = { foldedUntilMs: 0, lateHours: new Set() };
  return new Map(
    windows.map((window) => [window.serverId, coverageOf(window, states.get(window.serverId) ?? unfolded)]),
  );
}

export function coverageOf(window: Interval, { foldedUntilMs, lateHours }: FoldState): CoveragePart[] {
  const parts: CoveragePart[] = [];
  const add = (part: CoveragePart) => {
    const last = parts.at(-1);
    if (last?.in === part.in) parts[parts.length - 1] = { ...last, toMs: part.toMs };
    else parts.push(part);
  };
  const marked = [...lateHours].filter((hour) => hour < foldedUntilMs).sort((one, other) => one - other);
  let fromMs = window.fromMs;
  const upTo = (toMs: number, where: CoveragePart['in']) => {
    const until = Math.min(toMs, window.toMs);
    if (until > fromMs) {
      add({ fromMs, toMs: until, in: where });
      fromMs = until;
    }
  };
  for (const hour of marked) {
    upTo(hour, 'folded');
    upTo(hour + hourMs, 'both');
  }
  upTo(foldedUntilMs, 'folded');
  upTo(window.toMs, 'recent');
  return parts;
}
