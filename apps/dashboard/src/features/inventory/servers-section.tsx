import type { Server } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { retiredServersQuery, serversQuery } from '../../shared/api/queries.js';
import { noValue } from '../../shared/format/figures.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { RecordSection } from './record-section.js';
import { ServerActions } from './server-actions.js';
import { ServerForm } from './server-form.js';
import { ServerState } from './server-state.js';

const matches = (text: string) => {
  const wanted = text.trim().toLocaleLowerCase();
  return ({ name, hostname, address, systemName }: Server) =>
    `${name} ${hostname} ${address ?? ''} ${systemName ?? ''}`.toLocaleLowerCase().includes(wanted);
};
const waitingFirst = (a: Server, b: Server): number =>
  Number(a.isApproved) - Number(b.isApproved) || a.name.localeCompare(b.name, 'zh-CN');

/**
 * The servers: approve, name, place in a system, retire, and take back. Those that wait for approval come first; the
 * retired ones stand in a list of their own.
 */
export function ServersSection() {
  const { t } = useTranslation();
  const [isRetired, setRetired] = useState(false);
  const [text, setText] = useState('');
  const inUse = useQuery({ ...serversQuery, enabled: !isRetired });
  const retired = useQuery({ ...retiredServersQuery, enabled: isRetired });
  return (
    <RecordSection
      of={isRetired ? 'retiredServers' : 'servers'}
      query={isRetired ? retired : inUse}
      arrange={(items) => items.filter(matches(text)).sort(waitingFirst)}
      search={{ value: text, onChange: setText }}
      bar={
        <Segmented
          value={isRetired}
          onChange={setRetired}
          options={[
            { value: false, label: t('serverState.inUse') },
            { value: true, label: t('serverState.retired') },
          ]}
        />
      }
      minimumWidth={1000}
      actionsWidth={180}
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
          render: ({ systemId, systemName }) => <SystemLink id={systemId} name={systemName} />,
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
      actions={(item, editing) => <ServerActions server={item} onEdit={() => editing.start(item)} />}
      form={(editing) => <ServerForm editing={editing} />}
    />
  );
}
