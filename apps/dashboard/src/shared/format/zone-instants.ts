import { dateTimeSeconds, shiftDate } from './times.js';

/**
 * The instant at which the clocks of `timeZone` read `local` (`YYYY-MM-DDTHH:mm` or a date alone for its midnight), as
 * the wire writes instants. A time that a clock change skips becomes the one as much later.
 */
export function instantOf(local: string, timeZone: string): string {
  const wall = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}:00Z`);
  const readAt = (ms: number) => Date.parse(`${dateTimeSeconds(ms, timeZone).replace(' ', 'T')}Z`);
  const first = wall - (readAt(wall) - wall);
  // The offset of the guess may be the one from before a change of clocks.
  return new Date(first - (readAt(first) - wall)).toISOString();
}

/** What an input of type `datetime-local` holds for an instant. */
export const localTimeOf = (instant: string, timeZone: string): string =>
  dateTimeSeconds(instant, timeZone).slice(0, 16).replace(' ', 'T');

/** The half-open end of a period whose last day is `date`: the midnight after it. */
export const endOfDate = (date: string, timeZone: string): string => instantOf(shiftDate(date, 1), timeZone);
