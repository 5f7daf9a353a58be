import type { MaintenanceWindow } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/time/clock.js';

/** Whether a window waits for its owner, was refused, or is ahead, now, or over. */
export function WindowState({ window }: { window: MaintenanceWindow }) {
  const { t } = useTranslation();
  const now = useNow();
  if (window.state === 'requested') return <span className="tag warning">{t('window.requested')}</span>;
  if (window.state === 'refused') return <span className="tag down">{t('window.refused')}</span>;
  const [next] = window.occurrences.filter(({ to }) => Date.parse(to) > now);
  if (!next) return <span className="tag">{t('window.over')}</span>;
  if (Date.parse(next.from) <= now) return <span className="tag maintenance">{t('window.running')}</span>;
  return <span className="tag brand">{t('window.planned')}</span>;
}
