import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaintenanceWindow } from '@opsgauge/contract';
import { maintenanceWindowsQuery } from '../../../shared/api/inventory.js';
import { useMay } from '../../../shared/permissions.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import { RecordSection } from '../record-section.js';
import { arrangeWindows } from './arrange-windows.js';
import { DecisionForm } from './decision-form.js';
import { OccurrencesDrawer } from './occurrences-drawer.js';
import { WindowActions } from './window-actions.js';
import { WindowForm } from './window-form.js';
import { WindowReason } from './window-reason.js';
import { WindowState } from './window-state.js';
import { WindowTimes } from './window-times.js';
import './maintenance.css';

/** Maintenance windows: those that wait for their owner, and the others, the latest first. */
export function WindowsSection() {
  const { t } = useTranslation();
  const mayDecide = useMay('changeMaintenance');
  const query = useQuery(maintenanceWindowsQuery);
  const deciding = useEditing<MaintenanceWindow>();
  const [openId, setOpenId] = useState<string | null>(null);
  const waiting = query.data?.items.filter(({ state }) => state === 'requested').length ?? 0;
  return (
    <>
      <RecordSection
        of="maintenance"
        query={query}
        permission={mayDecide ? 'changeMaintenance' : 'askMaintenance'}
        bar={
          waiting > 0 ? (
            <span className="tag warning">{t('window.waiting', { value: waiting })}</span>
          ) : (
            !mayDecide && <span className="muted">{t('window.whoMay')}</span>
          )
        }
        addLabel={t(mayDecide ? 'window.add' : 'window.ask')}
        minimumWidth={980}
        actionsWidth={150}
        arrange={arrangeWindows}
        isQuiet={({ state }) => state === 'refused'}
        columns={[
          {
            key: 'target',
            title: t('window.target'),
            phone: 'head',
            long: 'cut',
            width: 200,
            render: ({ targetName }) => targetName,
          },
          {
            key: 'state',
            title: t('column.status'),
            width: 100,
            render: (one) => <WindowState window={one} />,
          },
          {
            key: 'times',
            title: t('window.times'),
            width: 270,
            render: (one) => <WindowTimes window={one} />,
          },
          {
            key: 'reason',
            title: t('window.reason'),
            long: 'wrap',
            render: (one) => <WindowReason window={one} />,
          },
        ]}
        actions={(item) => (
          <WindowActions
            window={item}
            mayDecide={mayDecide}
            onDecide={() => deciding.start(item)}
            onOccurrences={() => setOpenId(item.id)}
          />
        )}
        form={(editing) => <WindowForm editing={editing} isRequest={!mayDecide} />}
      />
      <DecisionForm editing={deciding} />
      <OccurrencesDrawer
        window={query.data?.items.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}
