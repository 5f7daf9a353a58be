import type { Chart, Plugin } from 'chart.js';
import type { TimeSpan, TimeSpanKind } from '../options.js';
import { chartColors, statusColors, withAlpha, type ChartMode, type StatusKey } from '../theme.js';

const statusOf: Record<TimeSpanKind, StatusKey> = {
  fault: 'down',
  maintenance: 'maintenance',
  gap: 'unknown',
};

/** Room above the plot that the labels need, in pixels. */
export const spanLabelHeight = 18;

const edgesOf = (chart: Chart, span: TimeSpan) => {
  const { left, right } = chart.chartArea;
  const x = chart.scales['x'];
  return {
    left: Math.max(left, x?.getPixelForValue(span.from) ?? left),
    right: Math.min(right, x?.getPixelForValue(span.to) ?? left),
  };
};

function drawHatch(chart: Chart, left: number, right: number, color: string) {
  const { ctx, chartArea } = chart;
  const { top, bottom, height } = chartArea;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.beginPath();
  // Lines start on a grid of the plot, so that hatches that meet go on without a seam.
  const first = chartArea.left - height + Math.floor((left - chartArea.left) / 6) * 6;
  for (let x = first; x < right; x += 6) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Faults and maintenance as tints with a cap and a start edge, gaps as a hatch, each with its label above the plot. */
export function markedSpansPlugin(spans: TimeSpan[], mode: ChartMode, family: string): Plugin<'line'> {
  const colors = statusColors[mode];
  return {
    id: 'opsgauge-spans',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      for (const span of spans) {
        const { left, right } = edgesOf(chart, span);
        if (right <= left) continue;
        const solid = colors[statusOf[span.kind]].solid;
        if (span.kind === 'gap') {
          drawHatch(chart, left, right, withAlpha(solid, 0.38));
          continue;
        }
        ctx.fillStyle = withAlpha(solid, chartColors[mode].spanAlpha);
        ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        ctx.fillStyle = solid;
        ctx.fillRect(left, chartArea.top, Math.max(1, right - left), 2);
        ctx.fillStyle = withAlpha(solid, 0.7);
        ctx.fillRect(left, chartArea.top, 1, chartArea.height);
      }
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `11px ${family}`;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      let free = chartArea.left - 4;
      for (const span of [...spans].sort((a, b) => a.from - b.from)) {
        const { left, right } = edgesOf(chart, span);
        if (right <= left || !span.label) continue;
        const width = ctx.measureText(span.label).width;
        const x = Math.max(chartArea.left, Math.min((left + right - width) / 2, chartArea.right - width));
        // A label that would cover its neighbour is left out: the mark itself still shows the span.
        if (x < free) continue;
        free = x + width + 8;
        ctx.fillStyle = colors[statusOf[span.kind]].text;
        ctx.fillText(span.label, x, chartArea.top - 9);
      }
      ctx.restore();
    },
  };
}
