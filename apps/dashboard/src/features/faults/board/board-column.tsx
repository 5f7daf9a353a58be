import type { Fault } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../shared/ui/error-state.js';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows.js';
import type { Act } from '../actions/use-fault-actions.js';
import { FaultCard } from './fault-card.js';
import { StateMark } from './state-mark.js';
import type { BoardState } from './use-board.js';
import type { FaultPages } from './use-fault-pages.js';

interface BoardColumnProps {
  state: BoardState;
  column: FaultPages;
  chosen: Fault | null;
  act: Act;
}

/** The faults of one state; of many the first are drawn, and the others at a click. */
export function BoardColumnView({ state, column, chosen, act }: BoardColumnProps) {
  const { t } = useTranslation();
  const { faults, total, query } = column;
  const left = total - faults.length;
  return (
    <section className="fault-column" aria-label={t(`faultState.${state}`)} data-column={state}>
      <h2>
        <StateMark state={state} />
        {t(`faultState.${state}`)}
        <span className="muted num">{total}</span>
        <span className="spacer" />
        <span className="muted hint">{t(`faultBoard.hint.${state}`)}</span>
      </h2>
      {query.isPending && <SkeletonRows rows={2} rowHeight={96} />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title={t('faultBoard.loadFailed')}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && faults.length === 0 && (
        <p className="column-empty muted">{t(`faultBoard.columnEmpty.${state}`)}</p>
      )}
      {faults.map((fault) => (
        <FaultCard key={fault.id} fault={fault} isChosen={fault.id === chosen?.id} act={act} />
      ))}
      {left > 0 && (
        <Button
          block
          size="small"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('faultBoard.more', { value: left })}
        </Button>
      )}
    </section>
  );
}
