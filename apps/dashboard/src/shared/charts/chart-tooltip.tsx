import { chartColors, pointAt, type CrosshairGroup, type TimeSeries } from '@opsgauge/charts';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/use-formats.js';
import { useThemeMode } from '../theme/theme-mode.js';

interface ChartTooltipProps {
  chartId: string;
  group: CrosshairGroup;
  series: TimeSeries[];
  unit: string;
  formatValue: (value: number) => string;
}

/** Time, then each series' name, value and maximum, beside the crosshair of the chart under the pointer. */
export function ChartTooltip({ chartId, group, series, unit, formatValue }: ChartTooltipProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { mode } = useThemeMode();
  const hover = useSyncExternalStore(
    (listener) => group.subscribe(listener),
    () => (group.hover?.chartId === chartId ? group.hover : null),
  );
  if (!hover) return null;
  const rows = series.map((one, index) => {
    const reading = pointAt(one.points, hover.time, one.stepMs ?? 0);
    const point = reading ? one.points[reading.index] : undefined;
    return { name: one.name, color: one.color ?? chartColors[mode].series[index], point };
  });
  const isRight = hover.pixel > 260;
  return (
    <div className={`chart-tooltip ${isRight ? 'is-left-of' : ''}`} style={{ left: hover.pixel }}>
      <b>{formats.dateTimeSeconds(hover.time)}</b>
      <table>
        <tbody>
          {rows.map(({ name, color, point }) => (
            <tr key={name}>
              <td>
                <i style={{ background: color }} />
                {name}
              </td>
              <td>
                {typeof point?.mean === 'number' ? `${formatValue(point.mean)} ${unit}` : t('state.noData')}
              </td>
              <td className="maximum">
                {typeof point?.max === 'number' && `${t('chart.maximum')} ${formatValue(point.max)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
