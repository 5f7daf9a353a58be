import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../shared/ui/mark.js';

const marks = { open: 'down', suspended: 'maintenance', repaired: 'up', closed: 'up' } as const;

/** A fault's state as a shape; work in progress is half a disc. */
export function StateMark({ state, size = 14 }: { state: Fault['state']; size?: number }) {
  const { t } = useTranslation();
  const label = t(`faultState.${state}`);
  if (state !== 'responded') return <Mark kind={marks[state]} size={size} label={label} />;
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={label}>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="var(--brand)" strokeWidth="1.7" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="var(--brand)" />
    </svg>
  );
}
