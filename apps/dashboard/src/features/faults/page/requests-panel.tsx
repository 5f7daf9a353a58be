import type { FaultDetail } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Panel } from '../../../shared/ui/panel.js';
import type { Act } from '../actions/use-fault-actions.js';

/** What waits for the owner, with the buttons to decide it; nothing where nothing waits. */
export function RequestsPanel({ fault, act }: { fault: FaultDetail; act: Act }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const pending = fault.openRequests.filter(({ decision }) => decision === 'pending');
  if (pending.length === 0) return null;
  return (
    <Panel title={t('faultPage.requests')} className="requests-panel">
      {pending.map((request) => {
        const approve = request.kind === 'suspension' ? 'approveSuspension' : 'approveExclusion';
        return (
          <div key={request.id} className="row wrap">
            <div>
              <b>
                {t(`faultAction.${request.kind === 'suspension' ? 'requestSuspension' : 'requestExclusion'}`)}
                {request.ground && ` · ${t(`exclusionGround.${request.ground}`)}`}
              </b>{' '}
              <span className="muted">
                {t('faultPage.asked', { name: request.askedBy, time: formats.dateTime(request.askedAt) })}
              </span>
              <p>{request.reason}</p>
            </div>
            <span className="spacer" />
            {fault.possibleActions.includes('refuse') && (
              <Button onClick={() => act('refuse', fault, request)}>{t('faultAction.refuse')}</Button>
            )}
            {fault.possibleActions.includes(approve) && (
              <Button type="primary" onClick={() => act(approve, fault, request)}>
                {t(`faultAction.${approve}`)}
              </Button>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
