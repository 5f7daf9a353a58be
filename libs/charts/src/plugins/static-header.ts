import type { Plugin } from 'chart.js';
import { chartColors, chartSizes, tokens, type ChartMode } from '../theme.js';

/** Room above the span labels that the header needs, in pixels. */
export const staticHeaderHeight = 18;

/** What a page prints in the panel's title, drawn into the picture: the unit at the left, the names at the right. */
export function staticHeaderPlugin(unit: string, mode: ChartMode, family: string): Plugin<'line'> {
  return {
    id: 'opsgauge-static-header',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `${chartSizes.tickSize}px ${family}`;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      ctx.fillStyle = chartColors[mode].tick;
      ctx.fillText(unit, 4, 9);
      let right = chartArea.right;
      for (const dataset of [...chart.data.datasets].reverse()) {
        if (!dataset.label) continue;
        right -= ctx.measureText(dataset.label).width;
        ctx.fillStyle = tokens[mode].text2;
        ctx.fillText(dataset.label, right, 9);
        ctx.fillStyle = dataset.borderColor as string;
        ctx.fillRect(right - 18, 8, 12, 2);
        right -= 30;
      }
      ctx.restore();
    },
  };
}
