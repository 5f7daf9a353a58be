import type { System } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serversQuery } from '../../shared/api/queries.js';
import { noValue, percent } from '../../shared/format/figures.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { componentRows, type ComponentRow } from './component-rows.js';

function Dependence({ row: { group, isCritical } }: { row: ComponentRow }) {
  const { t } = useTranslation();
  if (!group) return t(isCritical ? 'dependence.critical' : 'dependence.none');
  const { name, requiredCount: required, upCount: up, count } = group;
  return (
    <span title={t('systemPage.groupHint', { up, count, required })}>
      {t('systemPage.group', { name, required, count })}
    </span>
  );
}

/** What the system is made of, how it depends on each part, and how that part is now. */
export function ComponentsPanel({ system }: { system: System }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t('systemPage.components', { value: system.components.length })}
      extra={<Link to={`/?system=${system.id}`}>{t('systemPage.inOverview')}</Link>}
      isFlush
    >
      <QueryState query={useQuery(serversQuery)} errorTitle={t('record.loadFailed')} skeletonRows={4}>
        {({ items }) => (
          <RecordList
            items={componentRows(system, items)}
            idOf={({ serverId }) => serverId}
            minimumWidth={520}
            empty={<p className="muted">{t('system.noComponents')}</p>}
            columns={[
              {
                key: 'server',
                title: t('column.server'),
                phone: 'head',
                render: ({ serverId, serverName }) => <Link to={`/servers/${serverId}`}>{serverName}</Link>,
              },
              {
                key: 'status',
                title: t('column.status'),
                width: 96,
                render: ({ server }) => (server ? <StatusLabel status={server.status} /> : noValue),
              },
              {
                key: 'dependence',
                title: t('system.dependence'),
                render: (row) => <Dependence row={row} />,
              },
              {
                key: 'gateway',
                title: t('server.gateway'),
                render: ({ gateway }) =>
                  gateway ? <Link to={`/servers/${gateway.id}`}>{gateway.name}</Link> : noValue,
              },
              {
                key: 'availability',
                title: t('column.monthAvailability'),
                align: 'right',
                width: 110,
                render: ({ server }) => percent(server?.monthAvailabilityPercent),
              },
            ]}
          />
        )}
      </QueryState>
    </Panel>
  );
}
