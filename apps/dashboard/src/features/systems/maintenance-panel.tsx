import type { System } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { maintenanceWindowsQuery } from '../../shared/api/inventory.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { hubNow } from '../../shared/time/clock.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { maintenanceAhead, type MaintenanceAhead } from './maintenance-ahead.js';

const shownMax = 10;

function AheadState({ ahead: { from, window } }: { ahead: MaintenanceAhead }) {
  const { t } = useTranslation();
  if (window.state === 'requested') return <span className="tag warning">{t('window.requested')}</span>;
  const isRunning = Date.parse(from) <= hubNow();
  return (
    <span className={`tag ${isRunning ? 'maintenance' : 'brand'}`}>
      {t(isRunning ? 'window.running' : 'window.planned')}
    </span>
  );
}

/** The maintenance that goes on or lies ahead, of the system and of what it is made of. */
export function MaintenancePanel({ system }: { system: System }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Panel
      title={t('systemPage.maintenance')}
      extra={<Link to="/inventory/maintenance">{t('inventory.maintenance')}</Link>}
      isFlush
    >
      <QueryState
        query={useQuery(maintenanceWindowsQuery)}
        errorTitle={t('record.loadFailed')}
        skeletonRows={2}
      >
        {({ items }) => (
          <RecordList
            items={maintenanceAhead(items, system, hubNow()).slice(0, shownMax)}
            idOf={({ window, from }) => `${window.id} ${from}`}
            minimumWidth={440}
            empty={<p className="muted">{t('systemPage.noMaintenance')}</p>}
            columns={[
              {
                key: 'from',
                title: t('intervals.from'),
                width: 132,
                phone: 'head',
                render: ({ from }) => <span className="num">{formats.dateTime(from)}</span>,
              },
              {
                key: 'duration',
                title: t('intervals.duration'),
                width: 90,
                render: ({ from, to }) => formats.duration(Date.parse(to) - Date.parse(from)),
              },
              {
                key: 'target',
                title: t('window.target'),
                long: 'cut',
                width: 120,
                render: ({ window }) => window.targetName,
              },
              {
                key: 'reason',
                title: t('window.reason'),
                long: 'cut',
                render: ({ window }) => window.reason,
              },
              {
                key: 'state',
                title: t('column.status'),
                width: 80,
                render: (ahead) => <AheadState ahead={ahead} />,
              },
            ]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
