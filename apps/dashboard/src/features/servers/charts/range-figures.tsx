import type { HostMetricName, MetricSummary } from '@opsgauge/contract';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitFormats, type ChartDefinition } from './chart-definitions.js';
import { lineLabel } from './drawn-lines.js';
import type { RangeSummary } from './use-range-summaries.js';

interface RangeFiguresProps {
  definition: ChartDefinition<HostMetricName>;
  /** One a server, in the order of the lines. */
  summaries: readonly RangeSummary[];
}

/** How sure a P95 is: counted from the samples, or read from a histogram of them. */
function Percentile({ metric, format }: { metric: MetricSummary; format: (value: number) => string }) {
  const { t } = useTranslation();
  const { p95, p95ErrorMax } = metric;
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

function MetricFigures({ metric, format }: { metric: MetricSummary; format: (value: number) => string }) {
  const { t } = useTranslation();
  return (
    <>
      {(['mean', 'min', 'max'] as const).map((part) => (
        <span key={part}>
          {t(`chart.${part === 'mean' ? 'mean' : part === 'min' ? 'minimum' : 'maximum'}`)}{' '}
          <b className="num">{format(metric[part])}</b>
        </span>
      ))}
      <Percentile metric={metric} format={format} />
    </>
  );
}

/**
 * What the whole range comes to, server by server and line by line: mean, minimum, maximum, and the 95th percentile
 * where one is kept.
 */
export function RangeFigures({ definition: { unit, lines }, summaries }: RangeFiguresProps) {
  const { t } = useTranslation();
  const { factor, format } = unitFormats[unit];
  const isPlain = summaries.length === 1 && lines.length === 1;
  return (
    <div className="range-figures">
      {summaries.flatMap(({ label, summary }) =>
        lines.map(({ field, name }) => {
          const metric = summary?.metrics[field];
          const line = lineLabel(label, t(`chartLine.${name}`), summaries.length > 1, lines.length > 1);
          return (
            <div key={`${label} ${field}`}>
              <span className="clipped" title={isPlain ? undefined : line}>
                {isPlain ? t('chart.ofRange') : line}
              </span>
              {metric ? (
                <MetricFigures metric={metric} format={(value) => format(value * factor)} />
              ) : (
                <span>{summary ? t('state.noData') : '…'}</span>
              )}
            </div>
          );
        }),
      )}
    </div>
  );
}
