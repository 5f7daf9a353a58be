import fc from 'fast-check';
import { DateTime } from 'luxon';
import { covers } from '../status/arbitraries.js';
import { complement, lengthMs, overlapping, totalMs, union, type Interval } from './interval.js';
import { calendarIntervals, serviceIntervals, type ServiceCalendar } from './service-calendar.js';

const zone = 'Asia/Shanghai';
const hourMs = 3_600_000;
const office: ServiceCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  fromTime: '08:30',
  toTime: '17:30',
  holidays: [],
  extraWorkingDays: [],
};
/** `[first 00:00, last 24:00)` on Shanghai's clocks. */
const days = (first: string, last = first): Interval => ({
  fromMs: DateTime.fromISO(first, { zone }).toMillis(),
  toMs: DateTime.fromISO(last, { zone }).plus({ days: 1 }).toMillis(),
});
const told = (intervals: readonly Interval[]): string[] =>
  intervals.map(({ fromMs, toMs }) => {
    const [from, to] = [fromMs, toMs].map((ms) => DateTime.fromMillis(ms, { zone }));
    return `${from!.toFormat('MM-dd HH:mm')}–${to!.toFormat('MM-dd HH:mm')}`;
  });

describe('a service calendar', () => {
  it.each<[string, Partial<ServiceCalendar>, Interval, string[]]>([
    [
      'a weekend',
      {},
      days('2026-11-20', '2026-11-23'),
      ['11-20 08:30–11-20 17:30', '11-23 08:30–11-23 17:30'],
    ],
    ['a holiday in the week', { holidays: ['2026-10-01'] }, days('2026-10-01', '2026-10-01'), []],
    [
      'a working Saturday that makes up for a holiday',
      { holidays: ['2026-10-07'], extraWorkingDays: ['2026-10-10'] },
      days('2026-10-07', '2026-10-10'),
      ['10-08 08:30–10-08 17:30', '10-09 08:30–10-09 17:30', '10-10 08:30–10-10 17:30'],
    ],
    [
      'a date in both lists is a holiday',
      { holidays: ['2026-10-10'], extraWorkingDays: ['2026-10-10'] },
      days('2026-10-10'),
      [],
    ],
    [
      'a month’s edge',
      {},
      days('2026-09-30', '2026-10-01'),
      ['09-30 08:30–09-30 17:30', '10-01 08:30–10-01 17:30'],
    ],
    [
      'a leap day',
      {},
      days('2024-02-28', '2024-03-01'),
      ['02-28 08:30–02-28 17:30', '02-29 08:30–02-29 17:30', '03-01 08:30–03-01 17:30'],
    ],
    [
      'whole days touch one another',
      { fromTime: '00:00', toTime: '24:00' },
      days('2026-11-16', '2026-11-22'),
      ['11-16 00:00–11-21 00:00'],
    ],
    [
      'a period that begins and ends within the hours',
      {},
      { fromMs: days('2026-11-16').fromMs + 10 * hourMs, toMs: days('2026-11-17').fromMs + 9 * hourMs },
      ['11-16 10:00–11-16 17:30', '11-17 08:30–11-17 09:00'],
    ],
    // Shanghai, 14 April 1991: the clocks went on at 02:00.
    [
      'the first day of summer time',
      { workingDays: [7], fromTime: '00:00', toTime: '24:00' },
      days('1991-04-14'),
      ['04-14 00:00–04-15 00:00'],
    ],
  ])('%s', (_, changes, period, expected) => {
    expect(told(calendarIntervals({ ...office, ...changes }, period, zone))).toEqual(expected);
  });

  it('counts the real hours of a day whose clocks change', () => {
    const sundays = { ...office, workingDays: [7], fromTime: '00:00', toTime: '24:00' };
    expect(totalMs(calendarIntervals(sundays, days('1991-04-14'), zone))).toBe(23 * hourMs);
    expect(totalMs(calendarIntervals(sundays, days('1991-09-15'), zone))).toBe(25 * hourMs);
  });

  it('is 7×24 where there is none, and refuses a zone that does not exist', () => {
    const period = days('2026-11-20', '2026-11-23');
    expect(calendarIntervals(null, period, zone)).toEqual([period]);
    expect(calendarIntervals(null, { fromMs: 5, toMs: 5 }, zone)).toEqual([]);
    expect(() => calendarIntervals(office, period, 'Asia/Nowhere')).toThrow(RangeError);
  });
});

const date = fc
  .integer({ min: 0, max: 75 })
  .map((offset) => DateTime.fromISO('2024-01-20').plus({ days: offset }).toISODate()!);
const minutes = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const calendar = fc
  .record({
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    times: fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 })),
    holidays: fc.uniqueArray(date, { maxLength: 10 }),
    extraWorkingDays: fc.uniqueArray(date, { maxLength: 10 }),
  })
  .filter(({ times: [from, to] }) => to > from)
  .map(({ times: [from, to], ...rest }): ServiceCalendar => ({
    ...rest,
    fromTime: minutes(from),
    toTime: minutes(to),
  }));
const edges = days('2024-01-20', '2024-04-04');
const instant = fc.integer({ min: edges.fromMs, max: edges.toMs });
const period = fc
  .tuple(instant, instant)
  .map(([a, b]): Interval => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
const terms = fc.record({
  fromMs: instant,
  toMs: fc.option(instant),
  calendar: fc.option(calendar),
});

/** The words of the definition, for one instant. */
function isInService({
  calendar: hours,
  fromMs,
  toMs,
}: typeof terms extends fc.Arbitrary<infer T> ? T : never) {
  return (instantMs: number): boolean => {
    if (instantMs < fromMs || (toMs !== null && instantMs >= toMs)) return false;
    if (!hours) return true;
    const local = DateTime.fromMillis(instantMs, { zone });
    const on = local.toISODate()!;
    if (hours.holidays.includes(on)) return false;
    if (!hours.workingDays.includes(local.weekday) && !hours.extraWorkingDays.includes(on)) return false;
    const time = local.toFormat('HH:mm');
    return time >= hours.fromTime && time < hours.toTime;
  };
}

describe('service of contracts', () => {
  it('and the rest of the period are a partition of it', () => {
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 3 }), period, (contracts, within) => {
        const service = serviceIntervals(contracts, within, zone);
        const both = [...service, ...complement(service, within)].sort((a, b) => a.fromMs - b.fromMs);
        expect(covers(both, within)).toBe(true);
        expect(union(service)).toEqual(service);
        expect(totalMs(both)).toBe(lengthMs(within));
      }),
    );
  });

  it('holds exactly the instants that a contract has in service', () => {
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 3 }), period, instant, (contracts, within, atMs) => {
        const service = serviceIntervals(contracts, within, zone);
        const expected =
          atMs >= within.fromMs && atMs < within.toMs && contracts.some((one) => isInService(one)(atMs));
        expect(overlapping(service, { fromMs: atMs, toMs: atMs + 1 }).length > 0).toBe(expected);
      }),
    );
  });

  it('is the same however the period is split', () => {
    fc.assert(
      fc.property(
        fc.array(terms, { maxLength: 3 }),
        period,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (contracts, within, share) => {
          const cutMs = Math.floor(within.fromMs + share * lengthMs(within));
          const parts = [
            { fromMs: within.fromMs, toMs: cutMs },
            { fromMs: cutMs, toMs: within.toMs },
          ].flatMap((part) => serviceIntervals(contracts, part, zone));
          expect(union(parts)).toEqual(serviceIntervals(contracts, within, zone));
        },
      ),
    );
  });
});
