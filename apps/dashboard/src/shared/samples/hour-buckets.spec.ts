import { hourBuckets, wholeHours } from './hour-buckets.js';

test.each([
  ['2026-11-21T02:10:00.000Z', '2026-11-21T02:20:00.000Z', 2, 3, 1],
  ['2026-11-21T02:00:00.000Z', '2026-11-21T04:00:00.000Z', 2, 4, 2],
  ['2026-11-21T02:59:59.999Z', '2026-11-21T05:00:00.001Z', 2, 6, 4],
])('%s to %s is whole hours', (from, to, first, last, points) =>
  expect(wholeHours({ from, to })).toEqual({
    from: `2026-11-21T0${first}:00:00.000Z`,
    to: `2026-11-21T0${last}:00:00.000Z`,
    points,
  }),
);

test('of a long interval as many as one answer has', () =>
  expect(wholeHours({ from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }).points).toBe(600));

test('an hour in which nothing was heard is no row, and a metric without a value no figure', () => {
  const series = (mean: (number | null)[]) => ({ mean, min: mean.map((one) => one && one - 1), max: mean });
  const times = ['2026-11-21T02:00:00.000Z', '2026-11-21T03:00:00.000Z'];
  expect(
    hourBuckets({
      times,
      series: { cpuPercent: series([5, null]), memoryUsedPercent: series([null, null]) },
    }),
  ).toEqual([{ at: times[0], values: { cpuPercent: { mean: 5, min: 4, max: 5 } } }]);
});
