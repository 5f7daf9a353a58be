import type { MaintenanceWindow } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteMaintenanceWindow, maintenanceWindowsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useMay } from '../../shared/permissions.js';
import { hubNow } from '../../shared/time/clock.js';
import { RecordSection } from './record-section.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import { WindowForm } from './window-form.js';
import { WindowState } from './window-state.js';

/** The hub keeps what has passed of a window that has begun. */
const wayOut = ({ from, to }: MaintenanceWindow) =>
  hubNow() < Date.parse(from) ? 'delete' : hubNow() < Date.parse(to) ? 'end' : null;

/** Maintenance windows, the latest first. */
export function WindowsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayChange = useMay('changeMaintenance');
  return (
    <RecordSection
      of="maintenance"
      query={useQuery(maintenanceWindowsQuery)}
      permission="changeMaintenance"
      bar={!mayChange && <span className="muted">{t('window.whoMay')}</span>}
      addLabel={t('window.add')}
      minimumWidth={860}
      actionsWidth={80}
      arrange={(items) => [...items].sort((a, b) => b.from.localeCompare(a.from))}
      columns={[
        {
          key: 'target',
          title: t('window.target'),
          phone: 'head',
          render: ({ targetName }) => targetName,
        },
        {
          key: 'state',
          title: t('column.status'),
          width: 100,
          render: (one) => <WindowState window={one} />,
        },
        {
          key: 'from',
          title: t('intervals.from'),
          width: 150,
          render: ({ from }) => formats.dateTime(from),
        },
        { key: 'to', title: t('intervals.to'), width: 150, render: ({ to }) => formats.dateTime(to) },
        { key: 'reason', title: t('window.reason'), render: ({ reason }) => reason },
      ]}
      actions={(item) => {
        const how = wayOut(item);
        return (
          how && (
            <DeleteButton
              label={t(`window.${how}`)}
              title={t(`window.${how}Title`, { name: item.targetName })}
              text={t(`window.${how}Text`)}
              onDelete={() => deleteMaintenanceWindow(item.id)}
              refresh={[keys.maintenanceWindows, keys.servers, keys.allActuals]}
              done={t('record.saved')}
            />
          )
        );
      }}
      form={(editing) => <WindowForm editing={editing} />}
    />
  );
}
