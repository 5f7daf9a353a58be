const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    // sv-SE is ISO-like, so its parts need no reordering.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

export type Moment = string | number;

const epoch = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment));
/** `2026-11-21 10:30:12` on the clocks of `timeZone`. */
export const dateTimeSeconds = (moment: Moment, timeZone: string): string =>
  formatIn(timeZone).format(epoch(moment));
/** `2026-11-21 10:30` */
export const dateTime = (moment: Moment, timeZone: string): string =>
  dateTimeSeconds(moment, timeZone).slice(0, 16);
/** `2026-11-21` */
export const date = (moment: Moment, timeZone: string): string =>
  dateTimeSeconds(moment, timeZone).slice(0, 10);
/** `10:30:12` */
export const clockTime = (moment: Moment, timeZone: string): string =>
  dateTimeSeconds(moment, timeZone).slice(11);
/** `11-21 10:30:12` */
export const shortDateTime = (moment: Moment, timeZone: string): string =>
  dateTimeSeconds(moment, timeZone).slice(5);
/** `2026-11-21 10:30:12.345`, for raw samples. */
export const dateTimeMilliseconds = (moment: Moment, timeZone: string): string =>
  `${dateTimeSeconds(moment, timeZone)}.${String(((epoch(moment) % 1000) + 1000) % 1000).padStart(3, '0')}`;

/** The last instant before the half-open edge `to`, so that a whole month prints 09-30 and not 10-01. */
export const lastDateBefore = (to: Moment, timeZone: string): string => date(epoch(to) - 1, timeZone);

/** `date` (YYYY-MM-DD) moved by whole calendar days. */
export const shiftDate = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';
/** `belowSecond`: less than a second, without saying how much. */
export type DurationUnit = TimeUnit | 'millisecond' | 'belowSecond';

const units: { unit: TimeUnit; ms: number }[] = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
];

/** A duration in its two largest units, cut and not rounded: 3 h 12 min, 7 min 12 s. */
export function durationParts(ms: number): { unit: DurationUnit; value: number }[] {
  if (ms < 1000) return [{ unit: 'belowSecond', value: 0 }];
  const first = units.findIndex((one) => ms >= one.ms);
  let rest = ms;
  const parts = units.slice(first, first + 2).map(({ unit, ms: unitMs }) => {
    const value = Math.floor(rest / unitMs);
    rest -= value * unitMs;
    return { unit, value };
  });
  return parts.filter((part, index) => index === 0 || part.value > 0);
}

/** A duration in every unit it has, to the second and below one in milliseconds: what was counted, for checking. */
export function exactDurationParts(ms: number): { unit: DurationUnit; value: number }[] {
  let rest = Math.max(0, ms);
  const parts: { unit: DurationUnit; value: number }[] = units.map(({ unit, ms: unitMs }) => {
    const value = Math.floor(rest / unitMs);
    rest -= value * unitMs;
    return { unit, value };
  });
  const present = parts.filter(({ value }) => value > 0);
  return present.length ? present : [{ unit: 'millisecond', value: Math.floor(rest) }];
}

/** How long ago, in one unit: 3 s, 22 min, 17 h, 4 d. A report a little ahead of the clock is 0 s ago. */
export function agoParts(moment: Moment, now: number): { unit: TimeUnit; value: number } {
  const ms = Math.max(0, now - epoch(moment));
  const { unit, ms: unitMs } = units.find((one) => ms >= one.ms) ?? { unit: 'second' as const, ms: 1000 };
  return { unit, value: Math.floor(ms / unitMs) };
}
