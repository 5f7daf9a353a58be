import type { StatusInterval } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

/** Why an interval is read as it is, in words. */
export function EvidenceText({ interval }: { interval: StatusInterval }) {
  const { t } = useTranslation();
  // Outside the contract's service nothing is judged, whatever was seen.
  if (interval.class === 'out-of-service')
    return <span className="secondary">{t('intervals.outOfService')}</span>;
  return (
    <span className="secondary" title={t(`evidenceHint.${interval.evidence}`)}>
      {t(`evidence.${interval.evidence}`)}
      {interval.isUnreachable && ` · ${t('intervals.unreachable')}`}
    </span>
  );
}
