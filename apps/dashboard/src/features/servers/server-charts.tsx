import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../shared/ui/error-state.js';
import { SkeletonRows } from '../../shared/ui/skeleton-rows.js';
import { hostCharts } from './charts/chart-definitions.js';
import { ChartPanel } from './charts/chart-panel.js';
import { ChartToolbar } from './charts/chart-toolbar.js';
import { RangeFigures } from './charts/range-figures.js';
import type { Charts } from './charts/use-charts.js';

/** CPU, memory, disk and network of one server over the chosen time, under one crosshair. */
export function ServerCharts({ server, charts }: { server: Server; charts: Charts }) {
  const { t } = useTranslation();
  const { input, query } = charts;
  return (
    <>
      <ChartToolbar server={server} charts={charts} />
      {input ? (
        <div className="two-columns charts">
          {hostCharts.map((definition) => (
            <ChartPanel
              key={definition.key}
              definition={definition}
              input={input}
              sources={input.sources}
              figures={<RangeFigures definition={definition} summaries={input.summaries} />}
            />
          ))}
        </div>
      ) : query.isError ? (
        <section className="panel">
          <ErrorState
            title={t('chart.loadFailed')}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        </section>
      ) : (
        <SkeletonRows rows={13} />
      )}
    </>
  );
}
