import type { UnassignedAlert } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertSourcesQuery, dismissAlert, unassignedAlertsQuery } from '../../shared/api/incoming.js';
import { keys } from '../../shared/api/keys.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { AssignForm } from './assign-form.js';

/** Alerts of which nobody knows whose they are: no faults yet, and not lost. */
export function UnassignedPanel() {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useQuery(unassignedAlertsQuery);
  const sources = useQuery(alertSourcesQuery);
  const assigning = useEditing<UnassignedAlert>();
  const sourceOf = (id: string) => sources.data?.items.find((one) => one.id === id);
  return (
    <Panel isFlush title={t('incoming.unassigned')}>
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) => (
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={980}
            actionsWidth={130}
            columns={[
              {
                key: 'text',
                title: t('incoming.alert'),
                phone: 'head',
                long: 'wrap',
                render: ({ text }) => text,
              },
              {
                key: 'labels',
                title: t('incoming.labels'),
                long: 'wrap',
                render: ({ labels }) => <span className="alert-labels">{labelText(labels)}</span>,
              },
              {
                key: 'source',
                title: t('incoming.source'),
                width: 160,
                long: 'cut',
                render: ({ sourceId }) => sourceOf(sourceId)?.name,
              },
              {
                key: 'since',
                title: t('incoming.since'),
                width: 150,
                render: ({ startedAt }) => formats.dateTime(startedAt),
              },
              {
                key: 'state',
                title: t('column.status'),
                width: 90,
                render: ({ endedAt }) => (
                  <span className={`tag ${endedAt ? 'outlined' : 'warning'}`}>
                    {t(endedAt ? 'incoming.over' : 'incoming.on')}
                  </span>
                ),
              },
            ]}
            actions={(item) => (
              <>
                <Button size="small" type="link" onClick={() => assigning.start(item)}>
                  {t('incoming.assign')}
                </Button>
                <DeleteButton
                  label={t('incoming.dismiss')}
                  title={t('incoming.dismissTitle')}
                  text={t('incoming.dismissText')}
                  done={t('incoming.dismissed')}
                  onDelete={() => dismissAlert(item.id)}
                  refresh={[keys.unassignedAlerts, keys.alertSources]}
                />
              </>
            )}
            empty={<span className="muted">{t('incoming.noneUnassigned')}</span>}
          />
        )}
      </QueryState>
      <AssignForm editing={assigning} sourceOf={sourceOf} />
    </Panel>
  );
}

const labelText = (labels: UnassignedAlert['labels']): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
