import { DateTime } from 'luxon';
import { chartSizes } from './theme.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const subDaySteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minute);
const daySteps = [1, 2, 5, 7, 10, 15, 30, 60, 90].map((days) => days * day);

const stepFor = (spanMs: number, maxTicks: number): number =>
  [...subDaySteps, ...daySteps].find((step) => spanMs / step <= maxTicks) ??
  Math.ceil(spanMs / maxTicks / day) * day;

/**
 * Round wall-clock moments of `timeZone` within `[from, to]`, at most `maxTicks + 1` of them. They are found on the
 * wall clock, not by adding milliseconds, so that they stay round across a change of summer time.
 */
export function timeTicks(
  from: number,
  to: number,
  timeZone: string,
  maxTicks: number = chartSizes.maxXTicks,
): number[] {
  if (!(to > from)) return [];
  const step = stepFor(to - from, maxTicks);
  const ticks: number[] = [];
  const push = (moment: DateTime) => {
    const value = moment.toMillis();
    if (value >= from && value <= to && value !== ticks.at(-1)) ticks.push(value);
  };
  let midnight = DateTime.fromMillis(from, { zone: timeZone }).startOf('day');
  const stepDays = Math.max(1, Math.round(step / day));
  while (midnight.toMillis() <= to) {
    if (step >= day) push(midnight);
    else
      for (let minutes = 0; minutes < 1440; minutes += step / minute)
        push(midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }));
    midnight = midnight.plus({ days: stepDays });
  }
  return ticks;
}

/** From here on a day and a month alone could be of either year. */
const yearFromMs = 300 * day;

/** `10:30`; a midnight prints its date, `11-21`, and in a span of about a year or more also its year. */
export function timeTickLabel(value: number, timeZone: string, spanMs = 0): string {
  const moment = DateTime.fromMillis(value, { zone: timeZone });
  if (moment.hour !== 0 || moment.minute !== 0) return moment.toFormat('HH:mm');
  return moment.toFormat(spanMs >= yearFromMs ? 'yyyy-MM-dd' : 'MM-dd');
}
