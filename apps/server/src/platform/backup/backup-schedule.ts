import { DateTime } from 'luxon';

const hourMs = 3_600_000;
/** In the night, on the organisation's clocks. */
const hour = 3;
/** A day, an hour that the clocks may be put back, and an hour to finish. */
const lateAfterMs = 26 * hourMs;

/** The schedule as cron writes it. */
export const backupSchedule = `0 ${hour} * * *`;

/** @returns the moment after `nowMs` at which the next backup begins */
export function nextBackupMs(nowMs: number, timeZone: string): number {
  const now = DateTime.fromMillis(nowMs, { zone: timeZone });
  const today = now.startOf('day').set({ hour });
  return (today.toMillis() > nowMs ? today : now.startOf('day').plus({ days: 1 }).set({ hour })).toMillis();
}

/** @param lastGoodMs null: there never was a good one */
export const isBackupOverdue = (lastGoodMs: number | null, nowMs: number): boolean =>
  lastGoodMs === null || nowMs - lastGoodMs > lateAfterMs;
