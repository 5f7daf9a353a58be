import { shiftDate } from '../../shared/format/times.js';

const date = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`;
const entry = new RegExp(`^${date}(?:\\s*(?:至|到|~|～|–|—|to)\\s*${date})?$`);
const longestRangeDays = 366;

function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null;
}

function datesOf(text: string): string[] | null {
  const found = entry.exec(text);
  if (!found) return null;
  const [, year = '', month = '', day = '', lastYear, lastMonth = '', lastDay = ''] = found;
  const first = isoDate(year, month, day);
  const last = lastYear === undefined ? first : isoDate(lastYear, lastMonth, lastDay);
  if (first === null || last === null || last < first) return null;
  const dates = [first];
  while (dates.at(-1)! < last && dates.length <= longestRangeDays) dates.push(shiftDate(dates.at(-1)!, 1));
  return dates.at(-1) === last ? dates : null;
}

/**
 * Dates as people write them: `2026-10-01`, or `2026-10-01 至 2026-10-08` with both included; separated by lines or
 * commas.
 * @returns sorted, each once; null where something is no date
 */
export function parseDates(text: string): string[] | null {
  const entries = text
    .split(/[\n,，;；、]+/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map(datesOf);
  return entries.includes(null) ? null : [...new Set(entries.flatMap((one) => one ?? []))].sort();
}

/** As `parseDates` reads them: a line a date, or a line a run of days. */
export function datesText(dates: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const day of [...dates].sort()) {
    const run = runs.at(-1);
    if (run && shiftDate(run[1], 1) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} ~ ${last}`)).join('\n');
}
