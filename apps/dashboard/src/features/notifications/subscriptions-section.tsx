import type { NotificationSubscription } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { deleteSubscription, subscriptionsQuery } from '../../shared/api/notifications.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptyList } from './empty-list.js';
import { SubscriptionForm } from './subscription-form.js';

/** Who hears what. */
export function SubscriptionsSection() {
  const { t } = useTranslation();
  const query = useQuery(subscriptionsQuery);
  const editing = useEditing<NotificationSubscription>();
  return (
    <>
      <SectionBar
        count={query.data?.items.length}
        add={{ label: t('notifications.addSubscription'), onAdd: () => editing.start(null) }}
      />
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) => (
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={960}
            columns={[
              {
                key: 'receiver',
                title: t('subscription.receiver'),
                width: 180,
                phone: 'head',
                long: 'cut',
                render: ({ channelName }) => channelName ?? t('subscription.onDuty'),
              },
              {
                key: 'system',
                title: t('subscription.about'),
                width: 200,
                long: 'cut',
                render: ({ systemName, organizationName }) =>
                  [systemName ?? t('subscription.everySystem'), organizationName]
                    .filter((name) => name !== null)
                    .join(' · '),
              },
              {
                key: 'severity',
                title: t('subscription.leastSeverity'),
                width: 120,
                render: ({ leastSeverity }) => t(`leastSeverity.${leastSeverity}`),
              },
              {
                key: 'kinds',
                title: t('subscription.kinds'),
                long: 'wrap',
                render: ({ kinds }) =>
                  kinds.map((kind) => t(`noticeKind.${kind}`)).join(t('notifications.listSeparator')),
              },
            ]}
            actions={(item) => (
              <>
                <EditButton onEdit={() => editing.start(item)} />
                <DeleteButton
                  title={t('notifications.deleteSubscriptionTitle', {
                    name: item.channelName ?? t('subscription.onDuty'),
                  })}
                  text={t('notifications.deleteSubscriptionText')}
                  onDelete={() => deleteSubscription(item.id)}
                  refresh={[keys.subscriptions, keys.reach]}
                />
              </>
            )}
            empty={<EmptyList of="subscriptions" />}
          />
        )}
      </QueryState>
      <SubscriptionForm editing={editing} />
    </>
  );
}
