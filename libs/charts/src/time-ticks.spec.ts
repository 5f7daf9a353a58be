import { timeTickLabel, timeTicks } from './time-ticks.js';

const hour = 3_600_000;
const at = (instant: string) => Date.parse(instant);
const labels = (from: string, to: string, zone: string, maxTicks?: number) =>
  timeTicks(at(from), at(to), zone, maxTicks).map((tick) => timeTickLabel(tick, zone));

describe('timeTicks', () => {
  test('an hour in ten minutes', () => {
    expect(labels('2026-11-21T02:30:12Z', '2026-11-21T03:30:12Z', 'Asia/Shanghai')).toEqual([
      '10:40',
      '10:50',
      '11:00',
      '11:10',
      '11:20',
      '11:30',
    ]);
  });

  test('a day in three hours; midnight prints its date', () => {
    expect(labels('2026-11-20T02:30:12Z', '2026-11-21T02:30:12Z', 'Asia/Shanghai')).toEqual([
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '11-21',
      '03:00',
      '06:00',
      '09:00',
    ]);
  });

  test('a zone off the full hour', () => {
    expect(labels('2026-11-21T00:00:00Z', '2026-11-21T06:00:00Z', 'Asia/Kathmandu')).toEqual([
      '06:00',
      '07:00',
      '08:00',
      '09:00',
      '10:00',
      '11:00',
    ]);
  });

  test('stays round across the end of summer time', () => {
    const shown = labels('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Paris');
    expect(shown).toEqual(['10-25', '06:00', '12:00', '18:00', '10-26']);
  });

  test('thirty days at midnights', () => {
    const ticks = timeTicks(at('2026-10-22T02:00:00Z'), at('2026-11-21T02:00:00Z'), 'Asia/Shanghai');
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks.length).toBeGreaterThan(3);
    for (const tick of ticks) expect((tick + 8 * hour) % (24 * hour)).toBe(0);
  });

  test('a year says which year a day is of', () => {
    const [from, to] = [at('2025-11-21T02:00:00Z'), at('2026-11-21T02:00:00Z')];
    const ticks = timeTicks(from, to, 'Asia/Shanghai');
    expect(ticks.length).toBeGreaterThan(3);
    for (const tick of ticks)
      expect(timeTickLabel(tick, 'Asia/Shanghai', to - from)).toMatch(/^202[56]-\d\d-\d\d$/);
  });

  test('an empty or reversed span has none', () => {
    expect(timeTicks(5, 5, 'UTC')).toEqual([]);
    expect(timeTicks(6, 5, 'UTC')).toEqual([]);
  });
});
