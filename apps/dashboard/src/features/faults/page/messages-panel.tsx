import type { WaitingNotice } from '@opsgauge/contract';
import { flappingMs, groupingMs, minuteMs, steadyMs } from '@opsgauge/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveriesQuery } from '../../../shared/api/deliveries.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useMay } from '../../../shared/permissions.js';
import { Panel } from '../../../shared/ui/panel.js';
import { QueryState } from '../../../shared/ui/query-state.js';

const stateClasses = { pending: '', retrying: 'warning', sent: 'up', givenUp: 'down' } as const;

function Messages({ faultId }: { faultId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useQuery(deliveriesQuery(faultId));
  return (
    <Panel title={t('faultPage.messages')} isFlush>
      <QueryState query={query} errorTitle={t('faultPage.messagesFailed')} skeletonRows={2}>
        {({ items, waiting }) =>
          items.length + waiting.length === 0 ? (
            <div className="empty muted">{t('faultPage.messagesNone')}</div>
          ) : (
            <ul className="fault-messages">
              {waiting.map((notice) => (
                <Waiting key={`${notice.kind} ${notice.receiverName} ${notice.dueAt}`} notice={notice} />
              ))}
              {items.map(({ id, receiverName, title, state, createdAt, lastFailure }) => (
                <li key={id}>
                  <span className="row">
                    <b className="clipped">{receiverName}</b>
                    <span className="spacer" />
                    <span className={`tag ${stateClasses[state]}`}>{t(`deliveryState.${state}`)}</span>
                  </span>
                  <span className="muted">
                    {formats.dateTime(createdAt)} {title}
                  </span>
                  {lastFailure && state !== 'sent' && (
                    <span className="down-text" title={lastFailure.message}>
                      {t(`deliveryFailure.${lastFailure.code}`)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  );
}

/** When it goes out, and why not at once. */
function Waiting({ notice: { kind, receiverName, dueAt, reason } }: { notice: WaitingNotice }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const seconds = (reason === 'grouping' ? groupingMs : steadyMs) / 1000;
  return (
    <li>
      <span className="row">
        <b className="clipped">{receiverName}</b>
        <span className="spacer" />
        <span className="tag">{t('deliveryState.pending')}</span>
      </span>
      <span className="muted">
        {t('faultPage.sentFrom', { kind: t(`noticeKind.${kind}`), time: formats.dateTimeSeconds(dueAt) })}
      </span>
      <span className="muted">{t(`waitReason.${reason}`, { seconds, minutes: flappingMs / minuteMs })}</span>
    </li>
  );
}

/** What was told of the fault to whom, with the fate of each message; nothing for those who may not see it. */
export function MessagesPanel({ faultId }: { faultId: string }) {
  return useMay('readDeliveries') ? <Messages faultId={faultId} /> : null;
}
