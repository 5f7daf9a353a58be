import { chartColors, loadThresholdLines } from '@opsgauge/charts';
import { Tooltip } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeChart } from '../../../shared/charts/time-chart.js';
import { noValue } from '../../../shared/format/figures.js';
import { useThemeMode } from '../../../shared/theme/theme-mode.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { Panel } from '../../../shared/ui/panel.js';
import { unitFormats, type ChartDefinition } from './chart-definitions.js';
import { drawnLines, type ChartSource } from './drawn-lines.js';
import type { ChartInput } from './use-charts.js';

interface ChartPanelProps {
  definition: ChartDefinition;
  input: Pick<ChartInput, 'period' | 'spans' | 'view'>;
  sources: ChartSource[];
  /** Said below the plot. */
  figures?: ReactNode;
}

/** A panel with one chart; its legend carries the last value of each line, and says so. */
export function ChartPanel({ definition, input, sources, figures }: ChartPanelProps) {
  const { t } = useTranslation();
  const { mode } = useThemeMode();
  const timeZone = useTimeZone();
  const { period, spans, view } = input;
  const { format, isPercent } = unitFormats[definition.unit];
  const [title, unit] = [t(`chartTitle.${definition.key}`), t(`chartUnit.${definition.unit}`)];
  const series = useMemo(
    () => drawnLines(definition, sources, (name) => t(`chartLine.${name}`)),
    [definition, sources, t],
  );
  const last = series.map(({ name, points }) => {
    const value = points.at(-1)?.mean;
    return { name, text: typeof value === 'number' ? format(value) : noValue };
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
          <Tooltip title={t('chart.latestHint')}>
            <span className="muted" tabIndex={0}>
              {t('chart.latest')}
            </span>
          </Tooltip>
          {last.map(({ name, text }, index) => (
            <span key={name}>
              <i style={{ background: chartColors[mode].series[index] }} />
              <span className="clipped" title={name}>
                {name}
              </span>
              <b className="num">{text}</b>
            </span>
          ))}
        </span>
      }
    >
      <TimeChart
        label={`${title} ${t('chart.latest')} ${last.map(({ name, text }) => `${name} ${text} ${unit}`).join(', ')}`}
        group={view.group}
        navigation={view.navigation}
        series={series}
        spans={spans}
        from={Date.parse(period.from)}
        to={Date.parse(period.to)}
        timeZone={timeZone}
        unit={unit}
        formatValue={format}
        {...(isPercent ? { max: 100, thresholdLines: loadThresholdLines } : {})}
      />
      {figures}
    </Panel>
  );
}
