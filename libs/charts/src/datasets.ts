import type { ChartDataset } from 'chart.js';
import type { TimeSeries, TimeSeriesPoint } from './options.js';
import { chartColors, chartSizes, withAlpha, type ChartMode } from './theme.js';

type Point = { x: number; y: number | null };
export type TimeDataset = ChartDataset<'line', Point[]> & {
  /** As in `TimeSeries`. */
  stepMs?: number;
};

/** A value between two gaps has no segment to show it, so it alone gets a point. */
const lonelyRadii = (points: readonly TimeSeriesPoint[]): number[] =>
  points.map((point, index) =>
    point.mean !== null &&
    (points[index - 1]?.mean ?? null) === null &&
    (points[index + 1]?.mean ?? null) === null
      ? chartSizes.lineWidth
      : 0,
  );

const hasBand = (points: readonly TimeSeriesPoint[]): boolean =>
  points.some(({ min, max }) => typeof min === 'number' && typeof max === 'number' && max > min);

const edge = (points: readonly TimeSeriesPoint[], key: 'min' | 'max'): Point[] =>
  points.map((point) => ({ x: point.x, y: point.mean === null ? null : (point[key] ?? point.mean) }));

/** The line of each series and, where its buckets were averaged, the band from their minimum to their maximum. */
export function datasetsOf(series: readonly TimeSeries[], mode: ChartMode): TimeDataset[] {
  const palette = chartColors[mode];
  return series.flatMap((one, index) => {
    const color = one.color ?? palette.series[index] ?? palette.other;
    const line: TimeDataset = {
      label: one.name,
      stepMs: one.stepMs ?? 0,
      data: one.points.map(({ x, mean }) => ({ x, y: mean })),
      borderColor: color,
      backgroundColor: color,
      borderWidth: chartSizes.lineWidth,
      borderDash: palette.series[index] || one.color ? [] : [...chartSizes.otherDash],
      pointRadius: lonelyRadii(one.points),
      pointHoverRadius: 0,
      pointBorderWidth: 0,
      spanGaps: false,
      tension: 0,
      fill: false,
      order: 1,
    };
    if (!hasBand(one.points)) return [line];
    const bound = { borderWidth: 0, pointRadius: 0, pointHoverRadius: 0, spanGaps: false, order: 2 } as const;
    return [
      line,
      { ...bound, data: edge(one.points, 'min'), fill: false },
      {
        ...bound,
        data: edge(one.points, 'max'),
        fill: '-1',
        backgroundColor: withAlpha(color, palette.bandAlpha),
      },
    ];
  });
}
