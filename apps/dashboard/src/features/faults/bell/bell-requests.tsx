import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BellFault } from './bell-fault.js';

const shownMax = 8;

/** What waits for the owner's decision, with what is asked and why. */
export function BellRequests({
  faults,
  total,
  onChosen,
}: {
  faults: readonly Fault[];
  /** Of all that wait, listed or not. */
  total: number;
  onChosen: () => void;
}) {
  const { t } = useTranslation();
  const asked = faults
    .flatMap((fault) =>
      fault.openRequests
        .filter(({ decision }) => decision === 'pending')
        .map((request) => ({ fault, request })),
    )
    .slice(0, shownMax);
  return (
    <>
      <h3>{t('faultBell.undecided')}</h3>
      {asked.length === 0 && <p className="muted">{t('faultBell.noneUndecided')}</p>}
      {asked.map(({ fault, request }) => (
        <BellFault key={request.id} fault={fault} at={request.askedAt} onChosen={onChosen}>
          <span className="clipped" title={request.reason}>
            {t(`faultAction.${request.kind === 'suspension' ? 'requestSuspension' : 'requestExclusion'}`)}
            {request.ground && ` · ${t(`exclusionGround.${request.ground}`)}`}
            {t('faultBell.reason', { text: request.reason })}
          </span>
        </BellFault>
      ))}
      {total > 0 && (
        <p>
          <Link to="/faults?view=list&state=all&waiting=1" onClick={onChosen}>
            {t('faultBell.allUndecided')}
          </Link>
        </p>
      )}
    </>
  );
}
