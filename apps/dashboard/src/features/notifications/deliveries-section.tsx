import type { NotificationDelivery } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery } from '../../shared/api/notifications.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { EmptyList } from './empty-list.js';

const marks = { pending: 'unknown', retrying: 'warning', sent: 'up', givenUp: 'down' } as const;

/** The latest messages and what became of them. */
export function DeliveriesSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useQuery(deliveriesQuery);
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <RecordList
          items={items}
          idOf={({ id }) => id}
          minimumWidth={960}
          columns={[
            {
              key: 'title',
              title: t('delivery.message'),
              phone: 'head',
              long: 'cut',
              render: ({ title }) => title,
            },
            {
              key: 'receiver',
              title: t('subscription.receiver'),
              width: 180,
              long: 'cut',
              render: ({ receiverName }) => receiverName,
            },
            {
              key: 'created',
              title: t('delivery.createdAt'),
              width: 150,
              render: ({ createdAt }) => formats.dateTime(createdAt),
            },
            {
              key: 'state',
              title: t('delivery.fate'),
              width: 360,
              long: 'wrap',
              render: (delivery) => <Fate delivery={delivery} />,
            },
          ]}
          empty={<EmptyList of="deliveries" />}
        />
      )}
    </QueryState>
  );
}

function Fate({ delivery }: { delivery: NotificationDelivery }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, attempts, lastFailure, nextAttemptAt, sentAt } = delivery;
  return (
    <span className="delivery-fate">
      <span className="status-label">
        <Mark kind={marks[state]} size={12} />
        {t(`deliveryState.${state}`)} {sentAt && formats.dateTime(sentAt)}
      </span>
      {lastFailure && (
        <span className="muted" title={lastFailure.message}>
          {t(`deliveryFailure.${lastFailure.code}`)}
          {state === 'retrying' && nextAttemptAt
            ? t('delivery.nextAttempt', { count: attempts, time: formats.clockTime(nextAttemptAt) })
            : ''}
        </span>
      )}
    </span>
  );
}
