import type { FaultSeverity } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';

/** How grave a fault is; ordinary ones stay quiet. */
export function SeverityTag({ severity }: { severity: FaultSeverity }) {
  const { t } = useTranslation();
  return <span className={`tag severity-${severity}`}>{t(`severity.${severity}`)}</span>;
}
