import type { HostMetricName, MetricSummary } from '@opsgauge/contract';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitFormats, type ChartDefinition } from './chart-definitions.js';
import type { ChartInput } from './use-charts.js';

interface RangeFiguresProps {
  definition: ChartDefinition<HostMetricName>;
  summary: ChartInput['summary'];
}

/** How sure a P95 is: counted from the samples, or read from a histogram of them. */
function Percentile({ summary, format }: { summary: MetricSummary; format: (value: number) => string }) {
  const { t } = useTranslation();
  const { p95, p95ErrorMax } = summary;
  if (p95 === null || p95ErrorMax === null) return null;
  const hint = p95ErrorMax === 0 ? t('chart.p95Exact') : t('chart.p95Error', { value: format(p95ErrorMax) });
  return (
    <Tooltip title={hint}>
      <span tabIndex={0}>
        P95 <b className="num">{format(p95)}</b>
        {p95ErrorMax > 0 && <small> ±{format(p95ErrorMax)}</small>}
        <span className="visually-hidden">{hint}</span>
      </span>
    </Tooltip>
  );
}

/** What the whole range comes to, line by line: mean, minimum, maximum, and the 95th percentile where one is kept. */
export function RangeFigures({ definition, summary }: RangeFiguresProps) {
  const { t } = useTranslation();
  const { factor, format } = unitFormats[definition.unit];
  const shown = (value: number) => format(value * factor);
  return (
    <div className="range-figures">
      {definition.lines.map(({ field, name }) => {
        const metric = summary?.metrics[field];
        return (
          <div key={field}>
            <span>{definition.lines.length > 1 ? t(`chartLine.${name}`) : t('chart.ofRange')}</span>
            {metric ? (
              <>
                <span>
                  {t('chart.mean')} <b className="num">{shown(metric.mean)}</b>
                </span>
                <span>
                  {t('chart.minimum')} <b className="num">{shown(metric.min)}</b>
                </span>
                <span>
                  {t('chart.maximum')} <b className="num">{shown(metric.max)}</b>
                </span>
                <Percentile summary={metric} format={shown} />
              </>
            ) : (
              <span>{summary ? t('state.noData') : '…'}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
