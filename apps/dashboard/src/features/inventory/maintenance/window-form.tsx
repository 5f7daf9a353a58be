import type { MaintenanceWindow } from '@opsgauge/contract';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { askForMaintenance, createMaintenanceWindow } from '../../../shared/api/inventory.js';
import { useChange } from '../../../shared/api/use-change.js';
import { localTimeOf } from '../../../shared/format/zone-instants.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { FormDrawer } from '../../../shared/ui/form-drawer.js';
import type { Editing } from '../../../shared/ui/use-editing.js';
import { touchedByMaintenance } from './touched-by-maintenance.js';
import { RecurrenceFields } from './recurrence-fields.js';
import { RecurrencePreview } from './recurrence-preview.js';
import { WindowTargetFields } from './window-target-fields.js';
import { WindowTimeFields } from './window-time-fields.js';
import { windowInput, type WindowValues } from './window-values.js';

const hourMs = 3_600_000;

interface WindowFormProps {
  editing: Editing<MaintenanceWindow>;
  /** The owner enters it; a vendor asks for it. */
  isRequest: boolean;
}

/** Enters maintenance, once or recurring; or asks the owner for it. */
export function WindowForm({ editing, isRequest }: WindowFormProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const save = useChange({
    change: (values: WindowValues) => {
      const { recurrence, ...request } = windowInput(values, timeZone);
      return isRequest ? askForMaintenance(request) : createMaintenanceWindow({ ...request, recurrence });
    },
    refresh: touchedByMaintenance,
    done: t(isRequest ? 'window.asked' : 'record.saved'),
    isErrorShown: true,
  });
  // The next full hour: a series may not begin in the past, not even by a minute.
  const fromNow = (hours: number) =>
    localTimeOf(new Date((Math.floor(hubNow() / hourMs) + hours) * hourMs).toISOString(), timeZone);
  return (
    <FormDrawer<WindowValues>
      title={t(isRequest ? 'window.ask' : 'window.add')}
      isOpen={editing.isOpen}
      onClose={editing.close}
      size={560}
      initialValues={{
        kind: 'system',
        from: fromNow(isRequest ? -2 : 1),
        to: fromNow(isRequest ? -1 : 3),
        repeats: false,
        recurrence: {
          frequency: 'WEEKLY',
          interval: 1,
          weekdays: [],
          monthly: 'date',
          ends: 'count',
          count: 10,
          until: '',
        },
      }}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={(field) => (field.startsWith('target') ? 'targetId' : field)}
    >
      {isRequest && <p className="secondary">{t('window.askNote')}</p>}
      <WindowTargetFields />
      <Form.Item name="repeats" label={t('recurrence.title')} hidden={isRequest}>
        <Segmented
          options={[
            { value: false, label: t('recurrence.once') },
            { value: true, label: t('recurrence.recurring') },
          ]}
        />
      </Form.Item>
      <WindowTimeFields mayBePast={isRequest} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (
          <div hidden={!getFieldValue('repeats')}>
            <RecurrenceFields />
            {getFieldValue('repeats') && <RecurrencePreview />}
          </div>
        )}
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('window.reason')}
        rules={[{ required: true, message: t('form.missing'), whitespace: true }]}
      >
        <Input.TextArea maxLength={500} rows={3} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
