import type { MaintenanceWindow } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteMaintenanceWindow, maintenanceWindowsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { hubNow } from '../../shared/time/clock.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { WindowForm } from './window-form.js';
import { WindowState } from './window-state.js';

/** Approved maintenance windows, the latest first. */
export function WindowsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayChange = useMay('changeMaintenance');
  const query = useQuery(maintenanceWindowsQuery);
  const editing = useEditing<MaintenanceWindow>();
  const confirm = useConfirm();
  const remove = useChange({
    change: deleteMaintenanceWindow,
    refresh: [keys.maintenanceWindows, keys.servers, keys.allActuals],
    done: t('record.saved'),
  });
  // The hub keeps what has passed of a window that has begun.
  const wayOut = ({ from, to }: MaintenanceWindow) =>
    hubNow() < Date.parse(from) ? 'delete' : hubNow() < Date.parse(to) ? 'end' : null;
  const ask = (window: MaintenanceWindow, how: 'delete' | 'end') =>
    confirm({
      title: t(`window.${how}Title`, { name: window.targetName }),
      text: t(`window.${how}Text`),
      action: t(`window.${how}`),
      onConfirm: () => remove.mutateAsync(window.id),
    });
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <SectionBar
            count={items.length}
            add={mayChange && { label: t('window.add'), onAdd: () => editing.start(null) }}
          />
          <RecordList
            items={[...items].sort((a, b) => b.from.localeCompare(a.from))}
            idOf={({ id }) => id}
            minimumWidth={860}
            actionsWidth={80}
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
            actions={
              mayChange &&
              ((item) => {
                const how = wayOut(item);
                return (
                  how && (
                    <Button size="small" type="link" danger onClick={() => ask(item, how)}>
                      {t(`window.${how}`)}
                    </Button>
                  )
                );
              })
            }
            empty={<EmptySection of="maintenance" />}
          />
          <WindowForm editing={editing} />
        </>
      )}
    </QueryState>
  );
}
