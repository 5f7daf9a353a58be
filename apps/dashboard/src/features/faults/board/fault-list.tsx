import type { Fault } from '@opsgauge/contract';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { QueryState } from '../../../shared/ui/query-state.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { listWidth, type FaultColumnName } from './fault-columns.js';
import { FaultRows } from './fault-rows.js';
import { useFaultColumns } from './use-fault-columns.js';
import type { FilterControl } from './use-fault-filter.js';
import type { FaultPages } from './use-fault-pages.js';

const columnNames: readonly FaultColumnName[] = [
  'number',
  'startAt',
  'state',
  'severity',
  'title',
  'response',
  'repair',
  'system',
  'server',
  'assignee',
  'rootCause',
];

interface FaultListProps {
  pages: FaultPages;
  chosen: Fault | null;
  control: FilterControl;
}

/** Faults as a table, the latest first; further ones at a click. */
export function FaultList({ pages, chosen, control }: FaultListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const columns = useFaultColumns(columnNames);
  const { faults, total, query } = pages;
  return (
    <QueryState query={query} errorTitle={t('faultBoard.loadFailed')}>
      {() =>
        faults.length === 0 ? (
          <NoFaults control={control} />
        ) : (
          <>
            {isPhone ? (
              <FaultRows faults={faults} />
            ) : (
              <Table<Fault>
                className="fault-table"
                size="small"
                rowKey="id"
                tableLayout="fixed"
                columns={columns}
                dataSource={faults}
                pagination={false}
                scroll={{ x: listWidth }}
                rowClassName={({ id }) => `is-link ${id === chosen?.id ? 'is-chosen' : ''}`}
                onRow={({ id }) => ({ onClick: () => void navigate(`/faults/${id}`) })}
              />
            )}
            <div className="list-foot row">
              <span className="muted">{t('faultFilter.shown', { value: total })}</span>
              {total > faults.length && (
                <Button
                  size="small"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('faultBoard.more', { value: total - faults.length })}
                </Button>
              )}
            </div>
          </>
        )
      }
    </QueryState>
  );
}

/** Either there are none, or none that fit what was asked for. */
function NoFaults({ control: { isNarrowed, clear } }: { control: FilterControl }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <b>{t(isNarrowed ? 'faultBoard.nothingMatches' : 'faultBoard.none')}</b>
      {isNarrowed ? (
        <Button onClick={clear}>{t('faultBoard.clear')}</Button>
      ) : (
        <span className="muted">{t('faultBoard.noneText')}</span>
      )}
    </div>
  );
}
