import type { Plugin } from 'chart.js';
import { chartSizes, statusColors, thresholds, withAlpha, type ChartMode } from '../theme.js';

const lines = [
  { value: thresholds.warning, status: 'warning' },
  { value: thresholds.critical, status: 'down' },
] as const;

/** Dashed lines at 65 and 90 with the value at the right edge. */
export function thresholdLinesPlugin(mode: ChartMode, family: string): Plugin<'line'> {
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
      for (const { value, status } of lines) {
        const colors = statusColors[mode][status];
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
