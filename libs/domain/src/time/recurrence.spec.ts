import fc from 'fast-check';
import { DateTime } from 'luxon';
import { assertRecurrenceRule, occurrencesOf, remainingOccurrences } from './recurrence.js';

const shanghai = 'Asia/Shanghai';
const at = (text: string, zone = shanghai) => DateTime.fromISO(text, { zone }).toMillis();
const told = (rule: string, from: string, to: string, zone = shanghai) =>
  occurrencesOf({ first: { fromMs: at(from, zone), toMs: at(to, zone) }, rule }, zone).map(
    ({ fromMs, toMs }) =>
      [fromMs, toMs].map((ms) => DateTime.fromMillis(ms, { zone }).toFormat('MM-dd HH:mm')).join('–'),
  );

describe('occurrences', () => {
  it.each([
    [
      'of every Sunday, from a Saturday on',
      'FREQ=WEEKLY;BYDAY=SU;COUNT=2',
      '2026-11-21T01:00',
      '2026-11-21T03:00',
      ['11-22 01:00–11-22 03:00', '11-29 01:00–11-29 03:00'],
    ],
    [
      'until a date, which is included',
      'FREQ=DAILY;UNTIL=20261123',
      '2026-11-21T23:00',
      '2026-11-22T01:00',
      ['11-21 23:00–11-22 01:00', '11-22 23:00–11-23 01:00', '11-23 23:00–11-24 01:00'],
    ],
    [
      'of the last Friday of a month, across the year',
      'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3',
      '2026-11-27T22:00',
      '2026-11-28T02:00',
      ['11-27 22:00–11-28 02:00', '12-25 22:00–12-26 02:00', '01-29 22:00–01-30 02:00'],
    ],
    [
      'of a 31st, which shorter months do not have',
      'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2',
      '2026-10-31T00:00',
      '2026-10-31T01:00',
      ['10-31 00:00–10-31 01:00', '12-31 00:00–12-31 01:00'],
    ],
    [
      'of a leap day',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2',
      '2024-02-29T00:00',
      '2024-02-29T06:00',
      ['02-29 00:00–02-29 06:00', '02-29 00:00–02-29 06:00'],
    ],
  ])('%s', (_, rule, from, to, expected) => {
    expect(told(rule, from, to)).toEqual(expected);
  });

  it('keep to the clocks of the zone where these are changed', () => {
    expect(told('FREQ=DAILY;COUNT=3', '2026-03-28T01:30', '2026-03-28T03:30', 'Europe/Berlin')).toEqual([
      '03-28 01:30–03-28 03:30',
      '03-29 01:30–03-29 03:30',
      '03-30 01:30–03-30 03:30',
    ]);
  });

  it.each([
    ['FREQ=HOURLY;COUNT=2', '"FREQ=HOURLY" is not understood'],
    ['FREQ=DAILY', 'either COUNT or UNTIL is needed'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20271231', 'either COUNT or UNTIL is needed'],
    ['FREQ=DAILY;COUNT=2;COUNT=3', 'COUNT stands there twice'],
    ['COUNT=2', 'FREQ is missing'],
    ['FREQ=WEEKLY;BYDAY=XX;COUNT=2', '"BYDAY=XX" is not understood'],
    ['FREQ=DAILY;DTSTART=20260101T000000;COUNT=2', '"DTSTART=20260101T000000" is not understood'],
    ['FREQ=DAILY;COUNT=1001', 'recurs more than 1000 times'],
    ['FREQ=YEARLY;COUNT=20', 'does not end within 10 years'],
    ['FREQ=WEEKLY;UNTIL=99991231', 'does not end within 10 years'],
    ['FREQ=DAILY;UNTIL=20200101', 'never comes up'],
    ['', '"" is not understood'],
  ])('of %s are refused', (rule, message) => {
    expect(() => told(rule, '2026-11-21T01:00', '2026-11-21T03:00')).toThrow(message);
  });

  const series = fc.record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
    interval: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 18 }),
    fromMs: fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') }).map((ms) => ms - (ms % 60_000)),
    minutes: fc.integer({ min: 1, max: 2880 }),
    zone: fc.constantFrom(shanghai, 'Europe/Berlin', 'Australia/Lord_Howe'),
  });

  it('are as many as the rule says, in order, at the first one’s time of day', () => {
    fc.assert(
      fc.property(series, ({ frequency, interval, count, fromMs, minutes, zone }) => {
        const day = DateTime.fromMillis(fromMs, { zone });
        fc.pre(frequency !== 'MONTHLY' || day.day <= 28);
        fc.pre(day.hour >= 4);
        const rule = `FREQ=${frequency};INTERVAL=${interval};COUNT=${count}`;
        assertRecurrenceRule(rule);
        const first = { fromMs, toMs: fromMs + minutes * 60_000 };
        const found = occurrencesOf({ first, rule }, zone);
        expect(found).toHaveLength(count);
        expect(found[0]!.fromMs).toBe(fromMs);
        found.forEach((one, index) => {
          const start = DateTime.fromMillis(one.fromMs, { zone });
          expect([start.hour, start.minute]).toEqual([day.hour, day.minute]);
          if (index > 0) expect(one.fromMs).toBeGreaterThan(found[index - 1]!.fromMs);
        });
      }),
    );
  });

  it('that are called off or lie beyond the end are left out, and nothing else changes', () => {
    fc.assert(
      fc.property(series, fc.nat(17), fc.nat(17), ({ interval, count, fromMs }, cancelled, kept) => {
        const rule = `FREQ=DAILY;INTERVAL=${interval};COUNT=${count}`;
        const all = occurrencesOf({ first: { fromMs, toMs: fromMs + 3_600_000 }, rule }, shanghai);
        const off = all[cancelled % count]!;
        const end = all[kept % count]!.toMs;
        const left = remainingOccurrences(all, {
          cancelledMs: [off.fromMs],
          bounds: { fromMs, toMs: end },
        });
        expect(left).toEqual(all.filter((one) => one !== off && one.toMs <= end));
      }),
    );
  });
});
