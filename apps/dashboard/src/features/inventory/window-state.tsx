import type { MaintenanceWindow } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/time/clock.js';

/** Whether a window is ahead, now, or over. */
export function WindowState({ window }: { window: MaintenanceWindow }) {
  const { t } = useTranslation();
  const now = useNow();
  if (now < Date.parse(window.from)) return <span className="tag brand">{t('window.planned')}</span>;
  if (now < Date.parse(window.to)) return <span className="tag maintenance">{t('window.running')}</span>;
  return <span className="tag">{t('window.over')}</span>;
}
