import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { Chart } from 'chart.js';
import { registerCharts } from './register.js';
import { timeSeriesChart } from './time-series-chart.js';
import type { TimeSeriesChartOptions } from './options.js';
import { staticFontFamily } from './theme.js';

const minute = 60_000;
const from = Date.parse('2026-11-21T02:00:00Z');
const options: TimeSeriesChartOptions = {
  mode: 'light',
  unit: '%',
  max: 100,
  from,
  to: from + 60 * minute,
  timeZone: 'Asia/Shanghai',
  spans: [{ kind: 'gap', from: from + 20 * minute, to: from + 40 * minute, label: '无数据' }],
  series: [
    {
      name: 'CPU',
      points: Array.from({ length: 60 }, (_, index) =>
        index >= 20 && index < 40
          ? { x: from + index * minute, mean: null }
          : { x: from + index * minute, mean: 50, min: 40, max: 60 },
      ),
    },
  ],
  isStatic: true,
};

/** Whether any pixel of the column at `x` has about the colour of the series. */
function hasSeriesColor(context: SKRSContext2D, x: number): boolean {
  const { data } = context.getImageData(x, 0, 1, 240);
  for (let index = 0; index < data.length; index += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index, index + 3);
    if (Math.abs(red - 0x2f) < 40 && Math.abs(green - 0x66) < 40 && Math.abs(blue - 0xd8) < 40) return true;
  }
  return false;
}

beforeAll(() => {
  registerCharts(Chart);
  const font = new URL(
    '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    import.meta.url,
  );
  GlobalFonts.registerFromPath(font.pathname, staticFontFamily);
});

describe('timeSeriesChart', () => {
  test('a band needs a minimum and a maximum that differ', () => {
    expect(timeSeriesChart(options).data.datasets).toHaveLength(3);
    const flat = { name: 'x', points: [{ x: from, mean: 1, min: 1, max: 1 }] };
    expect(timeSeriesChart({ ...options, series: [flat] }).data.datasets).toHaveLength(1);
  });

  test('a value alone between gaps gets a point, others have none', () => {
    const means = [1, null, 2, null, 3, 4];
    const series = [{ name: 'x', points: means.map((mean, index) => ({ x: index, mean })) }];
    const [line] = timeSeriesChart({ ...options, series }).data.datasets;
    expect(line?.pointRadius).toEqual([1.5, 0, 1.5, 0, 0, 0]);
  });

  test('beyond the palette a series is grey and dashed', () => {
    const series = Array.from({ length: 6 }, (_, index) => ({
      name: `${index}`,
      points: [{ x: from, mean: 1 }],
    }));
    const datasets = timeSeriesChart({ ...options, series }).data.datasets;
    expect(datasets[4]?.borderDash).toEqual([]);
    expect(datasets[5]).toMatchObject({ borderDash: [5, 3], borderColor: '#8790a0' });
  });

  test('a report draws without a DOM, and the line breaks at the gap', () => {
    const canvas = createCanvas(640, 240);
    const chart = new Chart(canvas as never, timeSeriesChart(options));
    const pixelOf = (time: number) => Math.round(chart.scales['x']!.getPixelForValue(time));
    const context = canvas.getContext('2d');
    expect(hasSeriesColor(context, pixelOf(from + 10 * minute))).toBe(true);
    expect(hasSeriesColor(context, pixelOf(from + 30 * minute))).toBe(false);
    expect(hasSeriesColor(context, pixelOf(from + 50 * minute))).toBe(true);
    expect(chart.options.responsive).toBe(false);
    chart.destroy();
  });
});

test('a threshold above all that was measured is still within the picture', () => {
  const { max: _, ...fitted } = options;
  const topOf = (thresholdLines: TimeSeriesChartOptions['thresholdLines']) => {
    const canvas = createCanvas(600, 240);
    const chart = new Chart(
      canvas as never,
      timeSeriesChart({ ...fitted, ...(thresholdLines && { thresholdLines }) }),
    );
    const { max } = chart.scales['y']!;
    chart.destroy();
    return max;
  };
  expect(topOf(undefined)).toBeLessThan(80);
  expect(topOf([{ value: 80, severity: 'critical' }])).toBeGreaterThanOrEqual(80);
});
