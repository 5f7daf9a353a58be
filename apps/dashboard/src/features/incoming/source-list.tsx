import type { AlertSource } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteAlertSource } from '../../shared/api/incoming.js';
import { keys } from '../../shared/api/keys.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import type { Setup } from './source-setup.js';

interface SourceListProps {
  items: readonly AlertSource[];
  onRules: (source: AlertSource) => void;
  onSetup: (setup: Setup) => void;
}

/** The monitors, when they were last heard, and what of theirs could not be read. */
export function SourceList({ items, onRules, onSetup }: SourceListProps) {
  const { t } = useTranslation();
  return (
    <RecordList
      items={items}
      idOf={({ id }) => id}
      minimumWidth={980}
      actionsWidth={230}
      columns={[
        { key: 'name', title: t('incoming.name'), phone: 'head', long: 'cut', render: ({ name }) => name },
        {
          key: 'kind',
          title: t('incoming.kind'),
          width: 130,
          render: ({ kind }) => t(`alertSourceKind.${kind}`),
        },
        {
          key: 'received',
          title: t('incoming.lastReceived'),
          width: 240,
          long: 'wrap',
          render: (source) => <Heard source={source} />,
        },
        {
          key: 'firing',
          title: t('incoming.firing'),
          width: 100,
          align: 'right',
          render: ({ firingCount }) => t('incoming.firingCount', { value: firingCount }),
        },
        {
          key: 'waiting',
          title: t('incoming.unassigned'),
          width: 110,
          render: ({ unassignedCount }) =>
            unassignedCount > 0 && (
              <span className="tag warning">{t('incoming.unassignedCount', { value: unassignedCount })}</span>
            ),
        },
      ]}
      actions={(source) => (
        <>
          <Button size="small" type="link" onClick={() => onRules(source)}>
            {t('incoming.rules')}
          </Button>
          <Button
            size="small"
            type="link"
            onClick={() => onSetup(withoutToken(source, t('incoming.tokenPlace')))}
          >
            {t('incoming.setup')}
          </Button>
          <DeleteButton
            title={t('record.deleteTitle', { name: source.name })}
            text={t('incoming.deleteText')}
            onDelete={() => deleteAlertSource(source.id)}
            refresh={[keys.alertSources, keys.unassignedAlerts]}
          />
        </>
      )}
      empty={
        <>
          <b>{t('incoming.none')}</b>
          <span className="muted">{t('incoming.noneText')}</span>
        </>
      }
    />
  );
}

function Heard({ source: { lastReceivedAt, lastRefusal } }: { source: AlertSource }) {
  const { t } = useTranslation();
  return lastRefusal ? (
    <span className="refusal">
      <span className="tag warning">
        {t('incoming.refused')} <RelativeTime moment={lastRefusal.at} />
      </span>
      <span className="muted">{lastRefusal.message}</span>
    </span>
  ) : (
    <RelativeTime moment={lastReceivedAt} />
  );
}

/** What a source needs, once its token is not to be had any more. */
const withoutToken = ({ kind }: AlertSource, token: string): Setup => ({
  kind,
  token,
  url: new URL(`/api/v1/incoming/${kind}`, window.location.origin).href,
  isLocalOnly: false,
  certificate: null,
  isNew: false,
});
