import type { Chart, Plugin } from 'chart.js';
import type { TimeDataset } from '../datasets.js';
import { chartColors, tokens, withAlpha, type ChartMode } from '../theme.js';

const markedAlpha = 0.14;

export interface CrosshairReading {
  /** Epoch milliseconds of the nearest point. */
  time: number;
  /** Index of that point in the series. */
  index: number;
}

/** Where the pointer stands on one of the charts that share a crosshair. */
export interface CrosshairHover extends CrosshairReading {
  /** Pixels from the left edge of the canvas under the pointer. */
  pixel: number;
  /** The chart's own name, as given to `crosshairPlugin`; it outlives a chart that is built anew with newer data. */
  chartId: string;
}

/** A stretch of time that is being marked to look into, epoch milliseconds. */
export interface MarkedRange {
  from: number;
  to: number;
}

/**
 * Charts that share one crosshair: a pointer over one of them draws a line at the same moment in all, and a stretch
 * that is marked on one is seen on all. It knows nothing of the DOM; whoever shows a tooltip listens to `subscribe`.
 */
export class CrosshairGroup {
  private readonly charts = new Set<Chart>();
  private readonly listeners = new Set<(hover: CrosshairHover | null) => void>();
  hover: CrosshairHover | null = null;
  marked: MarkedRange | null = null;

  /** Returns the function that ends the subscription. */
  subscribe(listener: (hover: CrosshairHover | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  join(chart: Chart): void {
    this.charts.add(chart);
  }

  leave(chart: Chart): void {
    this.charts.delete(chart);
  }

  move(hover: CrosshairHover | null): void {
    if (!hover && !this.hover) return;
    this.hover = hover;
    for (const chart of this.charts) chart.draw();
    for (const listener of this.listeners) listener(hover);
  }

  mark(range: MarkedRange | null): void {
    this.marked = range;
    for (const chart of this.charts) chart.draw();
  }
}

/** The point of ascending `points` nearest to `time`; null when there are none. */
export function nearestPoint(points: readonly { x: number }[], time: number): CrosshairReading | null {
  if (!points.length) return null;
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) <= time) low = middle;
    else high = middle;
  }
  const before = points[low]?.x ?? 0;
  const after = points[high]?.x ?? 0;
  return time - before <= after - time ? { time: before, index: low } : { time: after, index: high };
}

/** As `nearestPoint`, and near enough to speak of `time`: within half a step; null where none is. */
export function pointAt(
  points: readonly { x: number }[],
  time: number,
  stepMs: number,
): CrosshairReading | null {
  const nearest = nearestPoint(points, time);
  return nearest && Math.abs(nearest.time - time) <= stepMs / 2 ? nearest : null;
}

function drawMarked(chart: Chart<'line'>, { from, to }: MarkedRange, mode: ChartMode) {
  const { ctx, chartArea } = chart;
  const x = chart.scales['x'];
  if (!x) return;
  const left = Math.max(chartArea.left, x.getPixelForValue(Math.min(from, to)));
  const right = Math.min(chartArea.right, x.getPixelForValue(Math.max(from, to)));
  ctx.save();
  ctx.fillStyle = withAlpha(tokens[mode].brandSolid, markedAlpha);
  ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
  ctx.fillStyle = tokens[mode].brandSolid;
  ctx.fillRect(left, chartArea.top, 1, chartArea.height);
  ctx.fillRect(right - 1, chartArea.top, 1, chartArea.height);
  ctx.restore();
}

/** Reads the pointer of one chart into the group and draws the group's moment on it. */
export function crosshairPlugin(group: CrosshairGroup, chartId: string, mode: ChartMode): Plugin<'line'> {
  return {
    id: 'opsgauge-crosshair',
    afterInit: (chart) => group.join(chart as unknown as Chart),
    beforeDestroy: (chart) => group.leave(chart as unknown as Chart),
    afterEvent(chart, { event, inChartArea }) {
      if (event.type === 'mouseout' || !inChartArea || event.x === null) return group.move(null);
      const time = chart.scales['x']?.getValueForPixel(event.x);
      const points = chart.data.datasets[0]?.data as { x: number }[] | undefined;
      const nearest = time === undefined || !points ? null : nearestPoint(points, time);
      group.move(nearest && { ...nearest, pixel: event.x, chartId });
    },
    afterDatasetsDraw(chart) {
      const { hover, marked } = group;
      if (marked) drawMarked(chart, marked, mode);
      const { x, y } = chart.scales;
      if (!hover || !x || !y) return;
      const { ctx, chartArea } = chart;
      const pixel = Math.round(x.getPixelForValue(hover.time)) + 0.5;
      if (pixel < chartArea.left || pixel > chartArea.right + 1) return;
      ctx.save();
      ctx.lineWidth = 1;
      ctx.strokeStyle = chartColors[mode].crosshair;
      ctx.beginPath();
      ctx.moveTo(pixel, chartArea.top);
      ctx.lineTo(pixel, chartArea.bottom);
      ctx.stroke();
      for (const dataset of chart.data.datasets) {
        if (!dataset.label) continue;
        const points = dataset.data as { x: number; y: number | null }[];
        const reading = pointAt(points, hover.time, (dataset as TimeDataset).stepMs ?? 0);
        const value = reading && points[reading.index]?.y;
        if (!reading || typeof value !== 'number') continue;
        ctx.beginPath();
        ctx.arc(x.getPixelForValue(reading.time), y.getPixelForValue(value), 3.5, 0, 2 * Math.PI);
        ctx.fillStyle = dataset.borderColor as string;
        ctx.fill();
        ctx.strokeStyle = tokens[mode].surface;
        ctx.lineWidth = 1.5;
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
