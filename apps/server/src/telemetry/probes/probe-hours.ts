import { addDurations, countDurations, hourMs, type DurationCounts } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/database.js';
import { grouped } from '../../platform/grouped.js';
import type { StoredResult } from './probe-result.js';

/** What is left of an hour of a probe. */
export interface ProbeHour {
  readonly hourMs: number;
  readonly attempts: number;
  readonly failures: number;
  readonly durations: DurationCounts;
  readonly durationSumMs: number;
  readonly durationMinMs: number | null;
  readonly durationMaxMs: number | null;
  readonly lossSumPercent: number;
  readonly lossCount: number;
}

export interface ProbeHourRow {
  readonly hour_at: Date;
  readonly attempts: number;
  readonly failures: number;
  readonly durations: DurationCounts;
  readonly duration_sum_ms: number;
  readonly duration_min_ms: number | null;
  readonly duration_max_ms: number | null;
  readonly loss_sum_percent: number;
  readonly loss_count: number;
  [column: string]: unknown;
}

export const toProbeHour = (row: ProbeHourRow): ProbeHour => ({
  hourMs: row.hour_at.getTime(),
  attempts: row.attempts,
  failures: row.failures,
  durations: row.durations,
  durationSumMs: row.duration_sum_ms,
  durationMinMs: row.duration_min_ms,
  durationMaxMs: row.duration_max_ms,
  lossSumPercent: row.loss_sum_percent,
  lossCount: row.loss_count,
});

/** An attempt's time, where it says how fast its target is: it was answered, or given up while it was. */
export const countedMs = ({ outcome, durationMs }: StoredResult): number | null =>
  outcome === 'ok' || outcome === 'timed_out' ? durationMs : null;

/** Sums up results that lie in one hour, or any other stretch of time. */
export function sumUpResults(fromMs: number, results: readonly StoredResult[]): ProbeHour {
  const times = results.flatMap((result) => countedMs(result) ?? []);
  const losses = results.flatMap(({ lossPercent }) => lossPercent ?? []);
  return {
    hourMs: fromMs,
    attempts: results.length,
    failures: results.filter(({ outcome }) => outcome !== 'ok').length,
    durations: countDurations(times),
    durationSumMs: sum(times),
    durationMinMs: times.length > 0 ? Math.min(...times) : null,
    durationMaxMs: times.length > 0 ? Math.max(...times) : null,
    lossSumPercent: sum(losses),
    lossCount: losses.length,
  };
}

/** Adds results that were not there before to their hours; the caller holds the lock of their probe. */
export async function addToHours(
  client: Queryable,
  probeId: string,
  fresh: readonly StoredResult[],
): Promise<void> {
  const byHour = grouped(fresh, ({ observedAtMs }) => instantText(observedAtMs - (observedAtMs % hourMs)));
  const { rows } = await client.query<ProbeHourRow>(
    'SELECT * FROM probe_hour WHERE probe_id = $1 AND hour_at = ANY($2::timestamptz[])',
    [probeId, [...byHour.keys()]],
  );
  const known = new Map(rows.map((row) => [row.hour_at.getTime(), toProbeHour(row)]));
  for (const [at, results] of byHour) {
    const atMs = Date.parse(at);
    const hour = merged(known.get(atMs), sumUpResults(atMs, results));
    await client.query(upsertHour, [
      probeId,
      at,
      hour.attempts,
      hour.failures,
      JSON.stringify(hour.durations),
      hour.durationSumMs,
      hour.durationMinMs,
      hour.durationMaxMs,
      hour.lossSumPercent,
      hour.lossCount,
    ]);
  }
}

const upsertHour = `
  INSERT INTO probe_hour (probe_id, hour_at, attempts, failures, durations, duration_sum_ms, duration_min_ms,
                          duration_max_ms, loss_sum_percent, loss_count)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (probe_id, hour_at) DO UPDATE SET
    attempts = EXCLUDED.attempts, failures = EXCLUDED.failures, durations = EXCLUDED.durations,
    duration_sum_ms = EXCLUDED.duration_sum_ms, duration_min_ms = EXCLUDED.duration_min_ms,
    duration_max_ms = EXCLUDED.duration_max_ms, loss_sum_percent = EXCLUDED.loss_sum_percent,
    loss_count = EXCLUDED.loss_count`;

const merged = (known: ProbeHour | undefined, added: ProbeHour): ProbeHour =>
  known === undefined
    ? added
    : {
        hourMs: known.hourMs,
        attempts: known.attempts + added.attempts,
        failures: known.failures + added.failures,
        durations: addDurations([known.durations, added.durations]),
        durationSumMs: known.durationSumMs + added.durationSumMs,
        durationMinMs: chosen(known.durationMinMs, added.durationMinMs, Math.min),
        durationMaxMs: chosen(known.durationMaxMs, added.durationMaxMs, Math.max),
        lossSumPercent: known.lossSumPercent + added.lossSumPercent,
        lossCount: known.lossCount + added.lossCount,
      };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const chosen = (one: number | null, other: number | null, choose: (a: number, b: number) => number) =>
  one === null || other === null ? (one ?? other) : choose(one, other);
