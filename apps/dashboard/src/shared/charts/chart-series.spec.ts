import { hostMetricNames, type SamplesResponse, type StatusInterval } from '@opsgauge/contract';
import { brokenAt, pointsFor, pointsOf, silencesOf, softMissMs, spansOf, unheardOf } from './chart-series.js';

const start = Date.parse('2026-11-21T02:00:00.000Z');
const bucketMs = 20_000;
const iso = (ms: number) => new Date(ms).toISOString();

function samplesWith(values: (number | null)[]): SamplesResponse {
  const empty = values.map(() => null);
  const series = Object.fromEntries(
    hostMetricNames.map((name) => [name, { mean: empty, min: empty, max: empty }]),
  );
  const filled = {
    mean: values,
    min: values.map((value) => value && value - 1),
    max: values.map((value) => value && value + 1),
  };
  return {
    from: iso(start),
    to: iso(start + values.length * bucketMs),
    bucketSeconds: bucketMs / 1000,
    basis: 'samples',
    times: values.map((_, index) => iso(start + index * bucketMs)),
    series: {
      ...series,
      cpuPercent: filled,
      networkReceiveBytesPerSecond: filled,
    } as SamplesResponse['series'],
  };
}

test('one late sample is a soft miss: no gap, and the line goes on', () => {
  const samples = samplesWith([10, null, 12, 13]);
  const silences = silencesOf(samples, 10);
  expect(silences).toEqual([]);
  expect(pointsOf(samples, 'cpuPercent', silences).map(({ mean }) => mean)).toEqual([10, 12, 13]);
});

test('a silence is a gap and breaks the line', () => {
  const samples = samplesWith([10, null, null, null, 14]);
  const silences = silencesOf(samples, 10);
  expect(silences).toEqual([{ from: start + bucketMs, to: start + 4 * bucketMs }]);
  expect(pointsOf(samples, 'cpuPercent', silences).map(({ mean }) => mean)).toEqual([
    10,
    null,
    null,
    null,
    14,
  ]);
});

test('minimum and maximum follow the unit of the mean', () => {
  const [point] = pointsOf(samplesWith([1_000_000]), 'networkReceiveBytesPerSecond', [], 8 / 1_000_000);
  expect(point?.mean).toBeCloseTo(8);
  expect(point?.min).toBeCloseTo(7.999992);
  expect(point?.max).toBeCloseTo(8.000008);
});

test.each([
  [3_600_000, 10, 180],
  [86_400_000, 10, 300],
  [3_600_000, 1, 300],
  [60_000, 3600, 1],
])('%d ms of samples every %d s are asked for in %d buckets', (range, interval, expected) => {
  expect(pointsFor(range, interval)).toBe(expected);
});

test('the soft-miss limit is at least 30 seconds', () => {
  expect(softMissMs(1)).toBe(30_000);
  expect(softMissMs(60)).toBe(180_000);
});

const interval = (
  from: number,
  to: number,
  statusClass: StatusInterval['class'],
  observation: StatusInterval['observation'] = 'up',
): StatusInterval => ({
  from: iso(from),
  to: iso(to),
  class: statusClass,
  observation,
  evidence: 'samples',
  isUnreachable: false,
});

test('an outage that leaves no bucket empty breaks the line all the same, and one that is broken already not again', () => {
  const at = (seconds: number) => start + seconds * 1000;
  const gaps = unheardOf([
    interval(start, at(22), 'up'),
    interval(at(22), at(35), 'down', 'down'),
    interval(at(35), at(61), 'up'),
    interval(at(61), at(79), 'maintenance', 'unknown'),
  ]);
  expect(gaps).toEqual([
    { from: at(22), to: at(35) },
    { from: at(61), to: at(79) },
  ]);
  const points = [10, 12, 13].map((mean, index) => ({ x: at(20 * index), mean }));
  const shown = brokenAt([...points, { x: at(62), mean: null }], gaps);
  expect(shown.map(({ mean }) => mean)).toEqual([10, 12, null, 13, null]);
});

test('down and maintenance become spans; a silence they explain has no label of its own', () => {
  const silences = [
    { from: 0, to: 100 },
    { from: 500, to: 600 },
  ];
  const intervals = [
    interval(50, 120, 'down'),
    interval(120, 500, 'up'),
    interval(700, 800, 'maintenance'),
    interval(800, 900, 'unknown'),
  ];
  expect(spansOf(silences, intervals, { fault: 'F', maintenance: 'M', gap: 'G' })).toEqual([
    { kind: 'gap', from: 0, to: 100, label: '' },
    { kind: 'gap', from: 500, to: 600, label: 'G' },
    { kind: 'fault', from: 50, to: 120, label: 'F' },
    { kind: 'maintenance', from: 700, to: 800, label: 'M' },
  ]);
});
