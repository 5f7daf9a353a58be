import { RightOutlined } from '@ant-design/icons';
import type { Fault } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { faultsQuery, type FaultSelection } from '../../../shared/api/faults.js';
import { Panel } from '../../../shared/ui/panel.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import type { FaultColumnName } from './fault-columns.js';
import { FaultRows } from './fault-rows.js';
import { useFaultColumns } from './use-fault-columns.js';

const shownMax = 5;
const columnNames: readonly FaultColumnName[] = [
  'number',
  'startAt',
  'system',
  'server',
  'title',
  'rootCause',
  'response',
  'repair',
];

/** The last faults that were closed, with how long they took. */
export function RecentlyClosed({ selection }: { selection: FaultSelection }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const query = useQuery(faultsQuery({ ...selection, state: 'closed' }, shownMax));
  const columns = useFaultColumns(columnNames);
  return (
    <Panel
      title={t('faultBoard.recentlyClosed')}
      isFlush
      extra={
        query.data && query.data.total > 0 ? (
          <Link to="/faults?view=list&state=closed">
            {t('faultBoard.allClosed', { value: query.data.total })} <RightOutlined />
          </Link>
        ) : null
      }
    >
      <QueryState query={query} errorTitle={t('faultBoard.loadFailed')} skeletonRows={shownMax}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="empty muted">{t('faultBoard.noneClosed')}</div>
          ) : isPhone ? (
            <FaultRows faults={items} />
          ) : (
            <Table<Fault>
              className="fault-table"
              size="small"
              rowKey="id"
              tableLayout="fixed"
              columns={columns}
              dataSource={items}
              pagination={false}
              scroll={{ x: 1080 }}
            />
          )
        }
      </QueryState>
    </Panel>
  );
}
