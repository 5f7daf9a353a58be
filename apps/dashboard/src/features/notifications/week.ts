import { date, shiftDate } from '../../shared/format/times.js';
import { instantOf } from '../../shared/format/zone-instants.js';

/** The dates of a week, Monday first, as `YYYY-MM-DD`. */
export function weekOf(day: string): string[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = shiftDate(day, -weekday);
  return Array.from({ length: 7 }, (_, index) => shiftDate(monday, index));
}

/** The week in which a moment lies, on the clocks of `timeZone`. */
export const currentWeek = (nowMs: number, timeZone: string): string[] => weekOf(date(nowMs, timeZone));

/** From the first midnight of a week to the one after it, as the wire writes instants. */
export const edgesOf = (week: readonly string[], timeZone: string): { from: string; to: string } => ({
  from: instantOf(week[0]!, timeZone),
  to: instantOf(shiftDate(week[6]!, 1), timeZone),
});

/** What of a shift lies on a date, on the clocks of `timeZone`: `HH:mm` to `HH:mm`; null: nothing does. */
export function partOn(
  { from, to }: { from: string; to: string },
  day: string,
  timeZone: string,
): { from: string; to: string } | null {
  const begins = instantOf(day, timeZone);
  const ends = instantOf(shiftDate(day, 1), timeZone);
  if (Date.parse(to) <= Date.parse(begins) || Date.parse(from) >= Date.parse(ends)) return null;
  const timeOf = (instant: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
      Date.parse(instant),
    );
  return {
    from: Date.parse(from) <= Date.parse(begins) ? '00:00' : timeOf(from),
    to: Date.parse(to) >= Date.parse(ends) ? '24:00' : timeOf(to),
  };
}
