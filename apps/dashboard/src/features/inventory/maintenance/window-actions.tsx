import type { MaintenanceWindow } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteMaintenanceWindow, withdrawMaintenanceRequest } from '../../../shared/api/inventory.js';
import { hubNow } from '../../../shared/time/clock.js';
import { DeleteButton } from '../../../shared/ui/row-buttons.js';
import { touchedByMaintenance } from './touched-by-maintenance.js';

/** The hub keeps what has passed of a window that has begun. */
function wayOut({ from, until, recurrence }: MaintenanceWindow) {
  if (hubNow() < Date.parse(from)) return 'delete';
  if (hubNow() >= Date.parse(until)) return null;
  return recurrence === null ? 'end' : 'endSeries';
}

interface WindowActionsProps {
  window: MaintenanceWindow;
  /** Who may not decide may take back what was asked for. */
  mayDecide: boolean;
  onDecide: () => void;
  onOccurrences: () => void;
}

/** What can be done to a window, by whom. */
export function WindowActions({ window, mayDecide, onDecide, onOccurrences }: WindowActionsProps) {
  const { t } = useTranslation();
  const { id, targetName: name, state, recurrence, occurrences } = window;
  const common = { refresh: touchedByMaintenance, done: t('record.saved') };
  if (state === 'requested' && mayDecide)
    return (
      <Button size="small" type="link" onClick={onDecide}>
        {t('window.decide')}
      </Button>
    );
  if (state === 'requested')
    return (
      <DeleteButton
        {...common}
        label={t('window.withdraw')}
        title={t('window.withdrawTitle', { name })}
        text={t('window.withdrawText')}
        onDelete={() => withdrawMaintenanceRequest(id)}
      />
    );
  const how = mayDecide && state === 'approved' ? wayOut(window) : null;
  return (
    <>
      {mayDecide && recurrence !== null && occurrences.length > 0 && (
        <Button size="small" type="link" onClick={onOccurrences}>
          {t('window.occurrences')}
        </Button>
      )}
      {how && (
        <DeleteButton
          {...common}
          label={t(how === 'delete' ? 'window.delete' : 'window.end')}
          title={t(`window.${how}Title`, { name })}
          text={t(`window.${how}Text`)}
          onDelete={() => deleteMaintenanceWindow(id)}
        />
      )}
    </>
  );
}
