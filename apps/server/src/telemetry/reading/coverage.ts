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
