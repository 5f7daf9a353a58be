import { capAt, daysBetween, monthLabel, monthOf } from './calendar.js';
import { lengthMs, totalMs } from './interval.js';

const at = (text: string) => Date.parse(text);
const hourMs = 3_600_000;

describe('calendar', () => {
  it.each([
    // zone, an instant, month, from, to, seconds
    ['Asia/Shanghai', '2026-09-15T00:00Z', '2026-09', '2026-08-31T16:00Z', '2026-09-30T16:00Z', 2_592_000],
    ['Asia/Shanghai', '2026-08-31T16:00Z', '2026-09', '2026-08-31T16:00Z', '2026-09-30T16:00Z', 2_592_000],
    [
      'Asia/Shanghai',
      '2026-08-31T15:59:59.999Z',
      '2026-08',
      '2026-07-31T16:00Z',
      '2026-08-31T16:00Z',
      2_678_400,
    ],
    ['Asia/Shanghai', '1991-04-20T00:00Z', '1991-04', '1991-03-31T16:00Z', '1991-04-30T15:00Z', 2_588_400],
    ['Asia/Shanghai', '2024-02-10T00:00Z', '2024-02', '2024-01-31T16:00Z', '2024-02-29T16:00Z', 2_505_600],
    ['Asia/Shanghai', '2026-12-31T15:59Z', '2026-12', '2026-11-30T16:00Z', '2026-12-31T16:00Z', 2_678_400],
    ['Europe/Berlin', '2026-03-15T00:00Z', '2026-03', '2026-02-28T23:00Z', '2026-03-31T22:00Z', 2_674_800],
    ['Europe/Berlin', '2026-10-15T00:00Z', '2026-10', '2026-09-30T22:00Z', '2026-10-31T23:00Z', 2_682_000],
    // Amman's clocks went on at midnight, so that 1 April 2011 began at 01:00.
    ['Asia/Amman', '2011-04-10T00:00Z', '2011-04', '2011-03-31T22:00Z', '2011-04-30T21:00Z', 2_588_400],
  ])('month in %s of %s is %s', (zone, instant, label, from, to, seconds) => {
    const month = monthOf(at(instant), zone);
    expect(month).toEqual({ fromMs: at(from), toMs: at(to) });
    expect(lengthMs(month)).toBe(seconds * 1000);
    expect(monthLabel(at(instant), zone)).toBe(label);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31', 366, 8_784],
    ['2026', '2026-01-01', '2026-12-31', 365, 8_760],
    ['1991, summer time from April to September', '1991-01-01', '1991-12-31', 365, 8_760],
    ['leap day', '2024-02-29', '2024-02-29', 1, 24],
    ['the first day of summer time', '1991-04-14', '1991-04-14', 1, 23],
    ['the last day of summer time', '1991-09-15', '1991-09-15', 1, 25],
  ])('Shanghai, %s: real days and hours', (_, first, last, days, hours) => {
    const found = daysBetween(first, last, 'Asia/Shanghai');
    expect(found).toHaveLength(days);
    expect(totalMs(found)).toBe(hours * hourMs);
    expect(found[0]!.date).toBe(first);
    expect(found.at(-1)!.date).toBe(last);
  });

  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Amman'])(
    'days and months of %s touch one another without a hole',
    (zone) => {
      const days = daysBetween('2011-01-01', '2012-12-31', zone);
      for (const [index, day] of days.slice(1).entries()) expect(day.fromMs).toBe(days[index]!.toMs);
      let month = monthOf(days[0]!.fromMs, zone);
      while (month.toMs < days.at(-1)!.toMs) {
        const next = monthOf(month.toMs, zone);
        expect(next.fromMs).toBe(month.toMs);
        month = next;
      }
      expect(month.toMs).toBe(days.at(-1)!.toMs);
    },
  );

  it('refuses what is no date, no order or no zone', () => {
    expect(() => daysBetween('2026-02-30', '2026-03-01', 'Asia/Shanghai')).toThrow(RangeError);
    expect(() => daysBetween('2026-03-02', '2026-03-01', 'Asia/Shanghai')).toThrow(RangeError);
    expect(() => daysBetween('2026-03-01', '2026-03-02', 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => monthOf(0, 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => monthLabel(Number.NaN, 'Asia/Shanghai')).toThrow(RangeError);
  });

  it.each([
    ['over', 30, 20],
    ['running', 15, 15],
    ['not begun', 5, 10],
  ])('a period that is %s is capped at now', (_, nowMs, toMs) => {
    expect(capAt({ fromMs: 10, toMs: 20 }, nowMs)).toEqual({ fromMs: 10, toMs });
  });
});
