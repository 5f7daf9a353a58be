import type { MaintenanceWindow } from '@opsgauge/contract';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { decideMaintenance } from '../../../shared/api/inventory.js';
import { useChange } from '../../../shared/api/use-change.js';
import { FormDrawer } from '../../../shared/ui/form-drawer.js';
import type { Editing } from '../../../shared/ui/use-editing.js';
import { touchedByMaintenance } from './touched-by-maintenance.js';
import { WindowReason } from './window-reason.js';
import { WindowTimes } from './window-times.js';

interface DecisionValues {
  isApproved: boolean;
  note?: string;
}

/** The owner's word on maintenance that a vendor asks for. */
export function DecisionForm({ editing: { item, isOpen, close } }: { editing: Editing<MaintenanceWindow> }) {
  const { t } = useTranslation();
  const decide = useChange({
    change: async ({ isApproved, note = '' }: DecisionValues) =>
      item && decideMaintenance(item.id, { isApproved, note }),
    refresh: touchedByMaintenance,
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<DecisionValues>
      title={t('window.decideTitle', { name: item?.targetName ?? '' })}
      isOpen={isOpen}
      onClose={close}
      initialValues={{ isApproved: true, note: '' }}
      onSubmit={(values) => decide.mutateAsync(values)}
    >
      {item && (
        <div className="decision-subject">
          <WindowTimes window={item} />
          <WindowReason window={item} />
        </div>
      )}
      <Form.Item name="isApproved" label={t('window.decision')} extra={t('window.decideText')}>
        <Segmented
          options={[
            { value: true, label: t('window.approve') },
            { value: false, label: t('window.refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('window.note')}
        extra={t('window.noteHint')}
        dependencies={['isApproved']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, note: string) =>
              getFieldValue('isApproved') || note.trim()
                ? Promise.resolve()
                : Promise.reject(t('window.noteMissing')),
          }),
        ]}
      >
        <Input.TextArea maxLength={500} rows={3} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
