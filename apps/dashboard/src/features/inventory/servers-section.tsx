import type { Server } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serversQuery } from '../../shared/api/queries.js';
import { noValue } from '../../shared/format/figures.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { ServerActions } from './server-actions.js';
import { ServerForm } from './server-form.js';
import { ServerState } from './server-state.js';

const matches = (text: string) => {
  const wanted = text.trim().toLocaleLowerCase();
  return ({ name, hostname, address, systemName }: Server) =>
    `${name} ${hostname} ${address ?? ''} ${systemName ?? ''}`.toLocaleLowerCase().includes(wanted);
};

/** The servers: approve, name, place in a system, retire. Those that wait for approval come first. */
export function ServersSection() {
  const { t } = useTranslation();
  const mayChange = useMay('changeInventory');
  const query = useQuery(serversQuery);
  const editing = useEditing<Server>();
  const [text, setText] = useState('');
  return (
    <QueryState query={query} errorTitle={t('overview.loadFailed')}>
      {({ items }) => {
        const shown = items
          .filter(matches(text))
          .sort(
            (a, b) => Number(a.isApproved) - Number(b.isApproved) || a.name.localeCompare(b.name, 'zh-CN'),
          );
        return (
          <>
            <SectionBar count={shown.length} search={{ value: text, onChange: setText }} />
            <RecordList
              items={shown}
              idOf={({ id }) => id}
              minimumWidth={1000}
              actionsWidth={180}
              isQuiet={({ isRetired }) => isRetired}
              columns={[
                {
                  key: 'name',
                  title: t('column.server'),
                  phone: 'head',
                  render: ({ id, name }) => <Link to={`/servers/${id}`}>{name}</Link>,
                },
                { key: 'host', title: t('server.hostname'), render: ({ hostname }) => hostname },
                { key: 'address', title: t('server.address'), render: ({ address }) => address ?? noValue },
                {
                  key: 'system',
                  title: t('column.system'),
                  render: ({ systemName }) => systemName ?? noValue,
                },
                {
                  key: 'status',
                  title: t('column.status'),
                  width: 100,
                  phone: 'none',
                  render: ({ status }) => <StatusLabel status={status} />,
                },
                {
                  key: 'state',
                  title: t('serverState.title'),
                  width: 110,
                  render: (server) => <ServerState server={server} />,
                },
                {
                  key: 'report',
                  title: t('column.lastReport'),
                  width: 110,
                  render: ({ lastReportAt }) => <RelativeTime moment={lastReportAt} />,
                },
              ]}
              actions={
                mayChange && ((item) => <ServerActions server={item} onEdit={() => editing.start(item)} />)
              }
              empty={<EmptySection of="servers" />}
            />
            <ServerForm editing={editing} />
          </>
        );
      }}
    </QueryState>
  );
}
