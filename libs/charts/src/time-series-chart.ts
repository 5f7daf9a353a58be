import type { ChartConfiguration } from 'chart.js';
import { datasetsOf, type TimeDataset } from './datasets.js';
import type { TimeSeriesChartOptions } from './options.js';
import { markedSpansPlugin, spanLabelHeight } from './plugins/marked-spans.js';
import { staticHeaderHeight, staticHeaderPlugin } from './plugins/static-header.js';
import { thresholdLinesPlugin } from './plugins/threshold-lines.js';
import { chartColors, chartSizes, fontFamily, staticFontFamily } from './theme.js';
import { timeTickLabel, timeTicks } from './time-ticks.js';
import { valueTickLabel } from './value-tick-label.js';

/** Width of the value axis: the same in every chart, so that spans stand in one line down a page. */
const valueAxisWidth = 40;

export type TimeSeriesConfiguration = ChartConfiguration<'line', TimeDataset['data']>;

/**
 * The Chart.js configuration of one time series chart, drawn alike in the page and, with `isStatic`, in a report.
 * Register its parts once with `registerCharts`; interaction comes from `crosshairPlugin`, which the page adds.
 */
export function timeSeriesChart(options: TimeSeriesChartOptions): TimeSeriesConfiguration {
  const { mode, from, to, timeZone, max, unit, thresholdLines = [], isStatic = false } = options;
  const family = options.fontFamily ?? (isStatic ? staticFontFamily : fontFamily);
  const palette = chartColors[mode];
  const tickFont = { size: chartSizes.tickSize, family };
  return {
    type: 'line',
    data: { datasets: datasetsOf(options.series, mode) },
    plugins: [
      markedSpansPlugin(options.spans, mode, family),
      ...(thresholdLines.length > 0 ? [thresholdLinesPlugin(thresholdLines, mode, family)] : []),
      ...(isStatic ? [staticHeaderPlugin(unit, mode, family)] : []),
    ],
    options: {
      animation: false,
      responsive: !isStatic,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: isStatic ? [] : ['mousemove', 'mouseout', 'touchstart', 'touchmove'],
      layout: { padding: { right: 20, top: spanLabelHeight + (isStatic ? staticHeaderHeight : 0) } },
      scales: {
        x: {
          type: 'linear',
          min: from,
          max: to,
          border: { color: palette.axis },
          grid: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = timeTicks(from, to, timeZone, axis.maxWidth < 420 ? 5 : chartSizes.maxXTicks).map(
              (value) => ({ value }),
            );
          },
          ticks: {
            color: palette.tick,
            font: tickFont,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => timeTickLabel(Number(value), timeZone, to - from),
          },
        },
        y: {
          min: 0,
          ...(max === undefined
            ? { suggestedMax: Math.max(1, ...thresholdLines.map(({ value }) => value)) }
            : { max }),
          border: { display: false },
          grid: { color: palette.grid, drawTicks: false },
          ticks: {
            color: palette.tick,
            font: tickFont,
            padding: 8,
            maxTicksLimit: chartSizes.maxYTicks,
            callback: (value) => valueTickLabel(Number(value)),
            ...(max === 100 ? { stepSize: 25 } : {}),
          },
          afterFit: (axis) => {
            axis.width = valueAxisWidth;
          },
        },
      },
    },
  };
}
