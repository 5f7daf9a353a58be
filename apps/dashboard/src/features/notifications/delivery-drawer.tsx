import type { NotificationDelivery } from '@opsgauge/contract';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';
import { Mark } from '../../shared/ui/mark.js';
import { deliveryMarks } from './delivery-marks.js';

interface DeliveryDrawerProps {
  /** Null: closed. */
  delivery: NotificationDelivery | null;
  onClose: () => void;
}

/** One message: what it says, to whom, and how its sending went. */
export function DeliveryDrawer({ delivery, onClose }: DeliveryDrawerProps) {
  return (
    <Drawer
      open={delivery !== null}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={delivery?.title ?? ''}
      mask={false}
      destroyOnHidden
    >
      {delivery && <DeliveryBody delivery={delivery} />}
    </Drawer>
  );
}

function DeliveryBody({ delivery }: { delivery: NotificationDelivery }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { receiverName, channelKind, state, attempts, lastFailure, createdAt, nextAttemptAt, sentAt, text } =
    delivery;
  const facts: Fact[] = [
    [t('subscription.receiver'), receiverName],
    [t('channel.kind'), t(`channelKind.${channelKind ?? 'mail'}`)],
    [t('delivery.createdAt'), formats.dateTimeSeconds(createdAt)],
    [
      t('delivery.fate'),
      <span key="fate" className="status-label">
        <Mark kind={deliveryMarks[state]} size={12} />
        {t(`deliveryState.${state}`)}
      </span>,
    ],
    [t('delivery.attempts'), attempts],
    [t('delivery.sentAt'), sentAt ? formats.dateTimeSeconds(sentAt) : noValue],
    ...(nextAttemptAt
      ? [[t('delivery.nextAttemptAt'), formats.dateTimeSeconds(nextAttemptAt)] as const]
      : []),
    [
      t('delivery.lastFailure'),
      lastFailure ? (
        <span key="failure">
          {t(`deliveryFailure.${lastFailure.code}`)} <span className="muted">{lastFailure.message}</span>
        </span>
      ) : (
        t('delivery.noFailure')
      ),
    ],
  ];
  return (
    <>
      <FactList className="audit-facts" facts={facts} />
      <h3>{t('delivery.text')}</h3>
      <p className="delivery-text">{text}</p>
    </>
  );
}
