import { DateTime } from 'luxon';
import * as rruleLibrary from 'rrule';
import { dayMs } from './durations.js';
import { clipAll, type Interval } from './interval.js';

// Node finds the library's CommonJS, whose exports it knows as one default; a bundler finds its modules.
const { RRule } = 'default' in rruleLibrary ? (rruleLibrary.default as typeof rruleLibrary) : rruleLibrary;

/** Longer series are entered again. */
const occurrencesMax = 1000;
const yearsMax = 10;

/** How something recurs, on the clocks of the organisation's zone. */
export interface Recurrence {
  /** The first occurrence, or where the rule is looked for from. */
  readonly first: Interval;
  /** An RFC 5545 rule (`FREQ=WEEKLY;BYDAY=SU;COUNT=10`) as `assertRecurrenceRule` lets through. */
  readonly rule: string;
}

/** What may stand in a rule, and what it may say. */
const partPatterns: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
  BYDAY: /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYSETPOS: /^-?[1-9]\d?$/,
};

/**
 * A rule that recurs by whole days and ends: after `COUNT` times, or with the date of `UNTIL`, which is included.
 * @throws RangeError naming the part that is wrong
 */
export function assertRecurrenceRule(rule: string): void {
  const names = new Set<string>();
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (!partPatterns[name]?.test(value)) throw new RangeError(`"${part}" is not understood`);
    if (names.has(name)) throw new RangeError(`${name} stands there twice`);
    names.add(name);
  }
  if (!names.has('FREQ')) throw new RangeError('FREQ is missing');
  if (names.has('COUNT') === names.has('UNTIL')) throw new RangeError('either COUNT or UNTIL is needed');
}

/**
 * Every occurrence of a rule, in order: at the first one's times of day, whatever the offset from UTC then is; one
 * that a change of clocks leaves no time is left out.
 *
 * @returns sorted by start; long occurrences may overlap
 * @throws RangeError for a rule that is not one, that never comes up, or that does not end within ten years and a
 *   thousand occurrences; or if there is no such zone
 */
export function occurrencesOf({ first, rule }: Recurrence, timeZone: string): Interval[] {
  assertRecurrenceRule(rule);
  const fromWallMs = wallOf(first.fromMs, timeZone);
  const lengthOnClockMs = wallOf(first.toMs, timeZone) - fromWallMs;
  const starts = startsOf(rule, fromWallMs);
  return starts
    .map((wallMs) => ({
      fromMs: instantAt(wallMs, timeZone),
      toMs: instantAt(wallMs + lengthOnClockMs, timeZone),
    }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

function startsOf(rule: string, fromWallMs: number): number[] {
  const options = RRule.parseString(rule);
  const latestMs = fromWallMs + yearsMax * 366 * dayMs;
  const untilMs = options.until ? options.until.getTime() + dayMs - 1 : latestMs;
  const series = new RRule({
    ...options,
    until: new Date(Math.min(untilMs, latestMs)),
    dtstart: new Date(fromWallMs),
  });
  const starts = series.all((_, index) => index <= occurrencesMax);
  if (starts.length > occurrencesMax) throw new RangeError(`recurs more than ${occurrencesMax} times`);
  if (untilMs > latestMs || starts.length < (options.count ?? 0)) {
    throw new RangeError(`does not end within ${yearsMax} years`);
  }
  if (starts.length === 0) throw new RangeError('never comes up');
  return starts.map((start) => start.getTime());
}

/** What is left of a series once single occurrences were called off (by their starts) and its end was set. */
export const remainingOccurrences = (
  occurrences: readonly Interval[],
  { cancelledMs, bounds }: { cancelledMs: readonly number[]; bounds: Interval },
): Interval[] =>
  clipAll(
    occurrences.filter(({ fromMs }) => !cancelledMs.includes(fromMs)),
    bounds,
  );

/** What the clocks of the zone show, written as if it were UTC: in that form the library reckons with days. */
function wallOf(instantMs: number, timeZone: string): number {
  const local = DateTime.fromMillis(instantMs, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`no instant ${instantMs} in time zone ${timeZone}`);
  return instantMs + local.offset * 60_000;
}

/** The instant at which the clocks show it; one that a clock change skips is as much later. */
function instantAt(wallMs: number, timeZone: string): number {
  const { year, month, day, hour, minute, second, millisecond } = DateTime.fromMillis(wallMs, {
    zone: 'UTC',
  });
  return DateTime.fromObject(
    { year, month, day, hour, minute, second, millisecond },
    { zone: timeZone },
  ).toMillis();
}
