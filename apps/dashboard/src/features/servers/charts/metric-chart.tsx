import { chartColors, type CrosshairGroup, type TimeGap, type TimeSpan } from '@opsgauge/charts';
import type { SamplesResponse } from '@opsgauge/contract';
import { useMemo } from 'react';
import { pointsOf, type MetricName } from '../../../shared/charts/chart-series.js';
import { TimeChart } from '../../../shared/charts/time-chart.js';
import { noValue } from '../../../shared/format/figures.js';
import { useThemeMode } from '../../../shared/theme/theme-mode.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { Panel } from '../../../shared/ui/panel.js';

export interface MetricChartInput {
  samples: SamplesResponse;
  silences: TimeGap[];
  spans: TimeSpan[];
  group: CrosshairGroup;
}

interface MetricChartProps {
  input: MetricChartInput;
  title: string;
  unit: string;
  metrics: { metric: MetricName; name: string }[];
  /** What a stored value is multiplied by for the unit shown. */
  factor?: number;
  isPercent?: boolean;
  formatValue: (value: number) => string;
}

/** A panel with one chart; its legend carries the last value of each series. */
export function MetricChart({
  input,
  title,
  unit,
  metrics,
  factor = 1,
  isPercent = false,
  formatValue,
}: MetricChartProps) {
  const { mode } = useThemeMode();
  const timeZone = useTimeZone();
  const { samples, silences, spans, group } = input;
  const signature = metrics.map(({ metric, name }) => `${metric}=${name}`).join();
  const series = useMemo(
    () => metrics.map(({ metric, name }) => ({ name, points: pointsOf(samples, metric, silences, factor) })),
    // The signature stands for `metrics`, which is written out anew at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [samples, silences, signature, factor],
  );
  const last = series.map(({ name, points }) => {
    const value = points.at(-1)?.mean;
    return { name, text: typeof value === 'number' ? formatValue(value) : noValue };
  });
  return (
    <Panel
      title={
        <>
          {title} <span className="muted">{unit}</span>
        </>
      }
      extra={
        <span className="legend">
          {last.map(({ name, text }, index) => (
            <span key={name}>
              <i style={{ background: chartColors[mode].series[index] }} />
              {name}
              <b className="num">{text}</b>
            </span>
          ))}
        </span>
      }
    >
      <TimeChart
        label={`${title} ${last.map(({ name, text }) => `${name} ${text} ${unit}`).join(', ')}`}
        group={group}
        series={series}
        spans={spans}
        from={Date.parse(samples.from)}
        to={Date.parse(samples.to)}
        timeZone={timeZone}
        unit={unit}
        formatValue={formatValue}
        showsThresholds={isPercent}
        {...(isPercent ? { max: 100 } : {})}
      />
    </Panel>
  );
}
