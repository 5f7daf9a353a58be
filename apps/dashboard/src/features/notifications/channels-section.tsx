import type { NotificationChannel } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { channelsQuery, deleteChannel, tryChannel } from '../../shared/api/notifications.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ChannelForm } from './channel-form.js';
import { EmptyList } from './empty-list.js';
import { TrialButton, TrialOutcome } from './trial.js';
import { useTrials } from './use-trials.js';

/** The channels, each with a button that tries it. */
export function ChannelsSection() {
  const { t } = useTranslation();
  const query = useQuery(channelsQuery);
  const editing = useEditing<NotificationChannel>();
  const trials = useTrials(tryChannel);
  return (
    <>
      <SectionBar
        count={query.data?.items.length}
        add={{ label: t('notifications.addChannel'), onAdd: () => editing.start(null) }}
      />
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) => (
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={900}
            actionsWidth={190}
            isQuiet={({ isEnabled }) => !isEnabled}
            columns={[
              {
                key: 'name',
                title: t('channel.name'),
                phone: 'head',
                long: 'cut',
                render: ({ name }) => name,
              },
              {
                key: 'kind',
                title: t('channel.kind'),
                width: 110,
                render: ({ kind }) => t(`channelKind.${kind}`),
              },
              {
                key: 'target',
                title: t('channel.target'),
                long: 'wrap',
                render: ({ addresses, hint }) => (
                  <span className={hint ? 'mono' : ''}>
                    {hint ?? addresses.join(t('notifications.listSeparator'))}
                  </span>
                ),
              },
              {
                key: 'organization',
                title: t('channel.organization'),
                width: 160,
                long: 'cut',
                render: ({ organizationName }) => organizationName ?? t('notifications.platform'),
              },
              {
                key: 'state',
                title: t('channel.outcome'),
                width: 220,
                long: 'wrap',
                render: ({ id, isEnabled }) => <TrialOutcome trial={trials.of(id)} isOff={!isEnabled} />,
              },
            ]}
            actions={(item) => (
              <>
                <TrialButton onTry={() => trials.start(item.id)} isBusy={trials.isBusy(item.id)} />
                <EditButton onEdit={() => editing.start(item)} />
                <DeleteButton
                  title={t('record.deleteTitle', { name: item.name })}
                  text={t('notifications.deleteChannelText')}
                  onDelete={() => deleteChannel(item.id)}
                  refresh={[keys.channels, keys.reach]}
                />
              </>
            )}
            empty={<EmptyList of="channels" />}
          />
        )}
      </QueryState>
      <ChannelForm editing={editing} />
    </>
  );
}
