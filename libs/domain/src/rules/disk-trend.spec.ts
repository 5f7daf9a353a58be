import { diskFullInDays } from './disk-trend.js';

const day = 86_400_000;
const daily = (...percents: number[]) =>
  percents.map((usedPercent, index) => ({ atMs: index * day, usedPercent }));

test.each<[string, ReturnType<typeof daily>, number | null]>([
  ['two percent a day, ten left', daily(82, 84, 86, 88, 90), 5],
  ['too few days', daily(80, 90), null],
  ['no day at all', [], null],
  ['emptier day by day', daily(90, 85, 80), null],
  ['as good as still', daily(90, 90.05, 90.1), null],
  ['full', daily(98, 99, 100), 0],
  ['cleaned up on the last day: from where it is now', daily(40, 60, 80, 100, 50), (100 - 50) / 6],
  [
    'days that are missing',
    [daily(80)[0]!, { atMs: 4 * day, usedPercent: 88 }, { atMs: 5 * day, usedPercent: 90 }],
    5,
  ],
])('%s', (_what, days, expected) => {
  const found = diskFullInDays(days);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 9);
});
