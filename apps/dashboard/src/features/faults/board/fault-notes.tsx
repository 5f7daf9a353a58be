import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../shared/ui/mark.js';

/** What suspends a fault, or waits for the owner. */
export function FaultNotes({ fault }: { fault: Pick<Fault, 'openRequests'> }) {
  const { t } = useTranslation();
  return fault.openRequests.map(({ id, kind, decision, reason, decidedBy }) => {
    const isPending = decision === 'pending';
    return (
      <p key={id} className={`fault-note ${isPending ? 'warning' : 'maintenance'}`}>
        <Mark
          kind={isPending ? 'warning' : 'maintenance'}
          size={12}
          label={t(isPending ? 'faultPage.decision.pending' : 'faultState.suspended')}
        />
        {isPending
          ? t(`faultBoard.pending.${kind}`, { reason })
          : t('faultBoard.suspendedBy', { reason, name: decidedBy ?? '' })}
      </p>
    );
  });
}

/** What else is to be known of a fault at a glance. */
export function FaultFlags({
  fault,
}: {
  fault: Pick<Fault, 'isExcluded' | 'major' | 'flapCount' | 'cause'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {fault.major.isMajor && <span className="tag down">{t('faultBoard.major')}</span>}
      {fault.isExcluded && <span className="tag outlined">{t('faultBoard.excluded')}</span>}
      {fault.flapCount > 0 && (
        <span className="tag warning">{t('faultBoard.flapping', { value: fault.flapCount })}</span>
      )}
      {fault.cause && <span className="tag">{t(`faultBoard.cause.${fault.cause}`)}</span>}
    </>
  );
}
