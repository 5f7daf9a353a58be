import type { NotificationDelivery } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery } from '../../shared/api/notifications.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { deliveryMarks } from './delivery-marks.js';
import { EmptyList } from './empty-list.js';

/** The latest messages and what became of them; each opens to what it says. */
export function DeliveriesSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useQuery(deliveriesQuery);
  const [openedId, setOpenedId] = useState<string | null>(null);
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={960}
            onOpen={({ id }) => setOpenedId(id)}
            columns={[
              {
                key: 'title',
                title: t('delivery.message'),
                phone: 'head',
                long: 'cut',
                render: ({ title }) => <span className="link">{title}</span>,
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
          <DeliveryDrawer
            delivery={items.find(({ id }) => id === openedId) ?? null}
            onClose={() => setOpenedId(null)}
          />
        </>
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
        <Mark kind={deliveryMarks[state]} size={12} />
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
