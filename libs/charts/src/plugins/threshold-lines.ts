import type { Plugin } from 'chart.js';
import type { ThresholdLine } from '../options.js';
import { chartSizes, statusColors, withAlpha, type ChartMode } from '../theme.js';

const statusOf = { warning: 'warning', critical: 'down' } as const;

/** Dashed lines with their value at the right edge. */
export function thresholdLinesPlugin(
  lines: readonly ThresholdLine[],
  mode: ChartMode,
  family: string,
): Plugin<'line'> {
  return {
    id: 'opsgauge-thresholds',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const y = chart.scales['y'];
      if (!y) return;
      ctx.save();
      ctx.lineWidth = 1;
      ctx.font = `10px ${family}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const { value, severity } of lines) {
        const colors = statusColors[mode][statusOf[severity]];
        const pixel = Math.round(y.getPixelForValue(value)) + 0.5;
        ctx.strokeStyle = withAlpha(colors.solid, 0.75);
        ctx.setLineDash([...chartSizes.thresholdDash]);
        ctx.beginPath();
        ctx.moveTo(chartArea.left, pixel);
        ctx.lineTo(chartArea.right, pixel);
        ctx.stroke();
        ctx.fillStyle = colors.text;
        ctx.fillText(String(value), chartArea.right + 4, pixel);
      }
      ctx.restore();
    },
  };
}
