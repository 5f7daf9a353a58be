import type { MaintenanceWindow } from '@opsgauge/contract';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelMaintenanceOccurrence } from '../../../shared/api/inventory.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useNow } from '../../../shared/time/clock.js';
import { DeleteButton } from '../../../shared/ui/row-buttons.js';
import { touchedByMaintenance } from './touched-by-maintenance.js';
import { useRuleText } from './use-rule-text.js';

interface OccurrencesDrawerProps {
  /** As it is known now; null: closed. */
  window: MaintenanceWindow | null;
  onClose: () => void;
}

/** The next occurrences of a series, each to be called off by itself. */
export function OccurrencesDrawer({ window, onClose }: OccurrencesDrawerProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ruleText = useRuleText();
  const now = useNow();
  return (
    <Drawer
      open={window !== null}
      onClose={onClose}
      size="min(480px, 100vw)"
      title={window && t('window.occurrencesOf', { name: window.targetName })}
    >
      {window?.recurrence && <p className="secondary">{ruleText(window.recurrence)}</p>}
      {window?.occurrences.length === 0 && <p className="muted">{t('window.noOccurrences')}</p>}
      <ul className="occurrences">
        {window?.occurrences.map(({ from, to }) => (
          <li key={from} className="row num">
            <span>
              {formats.dateTime(from)} – {formats.dateTime(to)}
            </span>
            <span className="spacer" />
            {Date.parse(from) > now ? (
              <DeleteButton
                label={t('window.cancel')}
                title={t('window.cancelTitle', { at: formats.dateTime(from) })}
                text={t('window.cancelText')}
                onDelete={() => cancelMaintenanceOccurrence(window.id, { from })}
                refresh={touchedByMaintenance}
                done={t('window.cancelled')}
              />
            ) : (
              <span className="tag maintenance">{t('window.running')}</span>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
