import {
  chartSizes,
  crosshairPlugin,
  registerCharts,
  timeSeriesChart,
  type CrosshairGroup,
  type TimeSeriesChartOptions,
} from '@opsgauge/charts';
import { Chart } from 'chart.js';
import { useEffect, useId, useRef } from 'react';
import { useThemeMode } from '../theme/theme-mode.js';
import type { ChartNavigation } from './chart-navigation.js';
import { ChartTooltip } from './chart-tooltip.js';
import { useChartGestures } from './use-chart-gestures.js';

registerCharts(Chart);

export interface TimeChartProps extends Omit<TimeSeriesChartOptions, 'mode' | 'isStatic' | 'fontFamily'> {
  /** Said to who cannot see the picture. */
  label: string;
  /** Charts of one group share their crosshair. */
  group: CrosshairGroup;
  /** A value as the tooltip prints it, without its unit. */
  formatValue: (value: number) => string;
  /** Where left out, the chart only shows. */
  navigation?: ChartNavigation;
}

/** A time series on the page: the picture of `libs/charts` with crosshair and tooltip. */
export function TimeChart({ label, group, formatValue, navigation, ...options }: TimeChartProps) {
  const { mode } = useThemeMode();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Chart>(null);
  const gestures = useChartGestures(drawn, group, navigation);
  const { series, spans, from, to, timeZone, max, unit, thresholdLines } = options;
  useEffect(() => {
    if (!canvas.current) return undefined;
    const configuration = timeSeriesChart({
      mode,
      series,
      spans,
      from,
      to,
      timeZone,
      unit,
      ...(max === undefined ? {} : { max }),
      ...(thresholdLines === undefined ? {} : { thresholdLines }),
    });
    configuration.plugins = [...(configuration.plugins ?? []), crosshairPlugin(group, id, mode)];
    const chart = new Chart(canvas.current, configuration);
    drawn.current = chart as unknown as Chart;
    let isAlive = true;
    // A canvas does not draw itself again when its font arrives.
    void document.fonts.ready.then(() => isAlive && chart.update());
    return () => {
      isAlive = false;
      drawn.current = null;
      chart.destroy();
    };
  }, [mode, series, spans, from, to, timeZone, unit, max, thresholdLines, group, id]);
  return (
    <div
      className="time-chart"
      style={{ height: chartSizes.height }}
      {...gestures}
      {...(navigation ? { 'aria-label': label } : {})}
    >
      <canvas ref={canvas} role="img" aria-label={label} />
      <ChartTooltip chartId={id} group={group} series={series} unit={unit} formatValue={formatValue} />
    </div>
  );
}
