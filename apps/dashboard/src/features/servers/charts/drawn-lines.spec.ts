import { chartedMetrics, deviceCharts, hostCharts } from './chart-definitions.js';
import { drawnLines, type ChartSource } from './drawn-lines.js';
import { deviceFields, deviceKinds, hostMetricNames } from '@opsgauge/contract';

const source = (label: string, value: number, bucketSeconds = 20): ChartSource => ({
  id: label,
  label,
  buckets: {
    times: ['2026-11-21T02:00:00.000Z', '2026-11-21T02:01:00.000Z'],
    bucketSeconds,
    series: Object.fromEntries(
      chartedMetrics.map((name) => [name, { mean: [value, null], min: [0, null], max: [value, null] }]),
    ),
  },
  silences: [],
});
const [cpu, , , network] = hostCharts;
const names = (index: number, sources: ChartSource[]) =>
  drawnLines(hostCharts[index]!, sources, (name) => name).map(({ name }) => name);

test('alone the lines have their own names, beside each other those of the servers', () => {
  expect(names(0, [source('甲', 1)])).toEqual(['usage']);
  expect(names(0, [source('甲', 1), source('乙', 2)])).toEqual(['甲', '乙']);
  expect(names(3, [source('甲', 1), source('乙', 2)])).toEqual([
    '甲 receive',
    '甲 transmit',
    '乙 receive',
    '乙 transmit',
  ]);
});

test('values stand in the unit shown', () => {
  const [receive] = drawnLines(network!, [source('甲', 1_000_000)], (name) => name);
  expect(receive?.points).toEqual([{ x: Date.parse('2026-11-21T02:00:00.000Z'), mean: 8, min: 0, max: 8 }]);
});

test('every line says how long its buckets are', () => {
  const lines = drawnLines(cpu!, [source('甲', 1, 20), source('乙', 1, 60)], (name) => name);
  expect(lines.map(({ stepMs }) => stepMs)).toEqual([20_000, 60_000]);
});

test('a field that nothing was heard of makes no line', () => {
  const empty = { ...source('甲', 1), buckets: { times: [], bucketSeconds: 20, series: {} } };
  expect(drawnLines(cpu!, [empty], (name) => name)).toEqual([]);
});

test('the charts show fields that there are', () => {
  expect(hostMetricNames).toEqual(expect.arrayContaining(chartedMetrics));
  for (const kind of deviceKinds)
    expect(deviceFields[kind]).toEqual(
      expect.arrayContaining(deviceCharts[kind].flatMap(({ lines }) => lines.map(({ field }) => field))),
    );
});
