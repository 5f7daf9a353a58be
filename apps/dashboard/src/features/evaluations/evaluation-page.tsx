import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { actualsQuery } from '../../shared/api/queries.js';
import { useIsNarrow, useIsPhone } from '../../shared/ui/use-media.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { EvaluationHeader } from './evaluation-header.js';
import { IndicatorRows } from './indicator-rows.js';
import { IndicatorTable } from './indicator-table.js';
import { ScoreCard } from './score-card.js';
import { useDrillDown } from './use-drill-down.js';
import { useReturnedFocus } from './use-returned-focus.js';
import { DrillDownPanel } from './drill-down/drill-down-panel.js';
import './evaluations.css';

/** One evaluation: its score and its indicators, each of which opens down to its samples. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const { evaluationId = '' } = useParams();
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const query = useQuery(actualsQuery(evaluationId));
  const { drillDown, go } = useDrillDown();
  useReturnedFocus(drillDown.indicatorKey);
  useTitle(query.data && `${query.data.evaluation.name} · ${query.data.evaluation.projectName}`);
  return (
    <QueryState query={query} errorTitle={t('evaluation.loadFailed')} skeletonRows={12}>
      {({ evaluation, items, total }) => {
        const opened = items.find(({ key }) => key === drillDown.indicatorKey) ?? null;
        const isDocked = opened !== null && !isNarrow;
        return (
          <>
            <EvaluationHeader evaluation={evaluation} />
            <div className={isDocked ? 'docked' : ''}>
              <div className="docked-main">
                <ScoreCard items={items} total={total} />
                <section className="panel" aria-label={t('evaluation.indicators')}>
                  {isPhone ? (
                    <IndicatorRows items={items} total={total} />
                  ) : (
                    <IndicatorTable
                      items={items}
                      total={total}
                      openedKey={opened?.key ?? null}
                      isCompact={isDocked}
                    />
                  )}
                </section>
              </div>
              {opened && (
                <DrillDownPanel
                  key={opened.key}
                  actual={opened}
                  evaluation={evaluation}
                  drillDown={drillDown}
                  isDocked={isDocked}
                  onGo={go}
                />
              )}
            </div>
          </>
        );
      }}
    </QueryState>
  );
}
