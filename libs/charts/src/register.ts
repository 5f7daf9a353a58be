import { Filler, LinearScale, LineController, LineElement, PointElement, type Chart } from 'chart.js';

/** Registers what the builders of this library draw with; call it once with the `Chart` that will draw. */
export function registerCharts(chart: Pick<typeof Chart, 'register'>): void {
  chart.register(LineController, LineElement, PointElement, LinearScale, Filler);
}
