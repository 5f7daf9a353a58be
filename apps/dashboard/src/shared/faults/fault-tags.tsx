import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

const severityClasses = { critical: 'down', serious: 'down', minor: '' } as const;

export function SeverityTag({ severity }: { severity: Fault['severity'] }) {
  const { t } = useTranslation();
  return <span className={`tag ${severityClasses[severity]}`}>{t(`severity.${severity}`)}</span>;
}

const stateClasses = {
  open: 'down',
  responded: 'brand',
  suspended: 'maintenance',
  repaired: 'up',
  closed: '',
} as const;

export function FaultStateTag({ state }: { state: Fault['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={`tag ${stateClasses[state]}`} data-fault-state={state}>
      {t(`faultState.${state}`)}
    </span>
  );
}
