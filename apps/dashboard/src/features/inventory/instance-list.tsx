import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noValue } from '../../shared/format/figures.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import type { SourceInstance } from './prometheus-section.js';

interface InstanceListProps {
  instances: readonly SourceInstance[];
  onAssign: (instance: SourceInstance) => void;
}

const waitingFirst = (a: SourceInstance, b: SourceInstance): number =>
  Number(a.serverId !== null) - Number(b.serverId !== null) || a.instance.localeCompare(b.instance);

/** The hosts that a Prometheus wrote of; those that nobody has assigned come first. */
export function InstanceList({ instances, onAssign }: InstanceListProps) {
  const { t } = useTranslation();
  return (
    <RecordList
      items={[...instances].sort(waitingFirst)}
      idOf={({ instance }) => instance}
      columns={[
        {
          key: 'instance',
          title: t('prometheus.instance'),
          phone: 'head',
          render: ({ instance }) => instance,
        },
        { key: 'host', title: t('server.hostname'), render: ({ hostname }) => hostname ?? noValue },
        {
          key: 'server',
          title: t('column.server'),
          render: ({ serverId, serverName }) =>
            serverId ? (
              <Link to={`/servers/${serverId}`}>{serverName}</Link>
            ) : (
              <span className="tag warning">{t('prometheus.waiting')}</span>
            ),
        },
        {
          key: 'seen',
          title: t('prometheus.lastSeen'),
          width: 130,
          render: ({ lastSeenAt }) => <RelativeTime moment={lastSeenAt} />,
        },
      ]}
      actions={(item) => (
        <Button size="small" type="link" onClick={() => onAssign(item)}>
          {t(item.serverId ? 'prometheus.reassign' : 'prometheus.assign')}
        </Button>
      )}
      empty={<span className="muted">{t('prometheus.noInstances')}</span>}
    />
  );
}
