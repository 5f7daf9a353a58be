import { maintenanceLateMs, type MaintenanceWindow } from '@opsgauge/contract';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../shared/api/choices.js';
import { createMaintenanceWindow } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { instantOf, localTimeOf } from '../../shared/format/zone-instants.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';

interface WindowValues {
  kind: 'system' | 'server';
  targetId: string;
  from: string;
  to: string;
  reason: string;
}

const hourMs = 3_600_000;

export function WindowForm({ editing }: { editing: Editing<MaintenanceWindow> }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const choices = { system: useSystemChoices(), server: useServerChoices() };
  const save = useChange({
    change: ({ kind, targetId, from, to, reason }: WindowValues) =>
      createMaintenanceWindow({
        target: kind === 'system' ? { kind, systemId: targetId } : { kind, serverId: targetId },
        from: instantOf(from, timeZone),
        to: instantOf(to, timeZone),
        recurrence: null,
        reason,
      }),
    refresh: [keys.maintenanceWindows, keys.servers, keys.allActuals],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const fromNow = (hours: number) => localTimeOf(new Date(hubNow() + hours * hourMs).toISOString(), timeZone);
  const missing = { required: true, message: t('form.missing') };
  return (
    <FormDrawer<WindowValues>
      title={t('window.add')}
      isOpen={editing.isOpen}
      onClose={editing.close}
      size={560}
      initialValues={{ kind: 'system', from: fromNow(0), to: fromNow(2) }}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={(field) => (field.startsWith('target') ? 'targetId' : field)}
    >
      <Form.Item name="kind" label={t('window.target')}>
        <Segmented
          options={(['system', 'server'] as const).map((value) => ({ value, label: t(`column.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        noStyle
        shouldUpdate={(before: WindowValues, after: WindowValues) => before.kind !== after.kind}
      >
        {({ getFieldValue }) => (
          <Form.Item key={getFieldValue('kind')} name="targetId" label={t('window.which')} rules={[missing]}>
            <RecordSelect options={choices[(getFieldValue('kind') as WindowValues['kind']) ?? 'system']} />
          </Form.Item>
        )}
      </Form.Item>
      <div className="form-columns">
        <Form.Item
          name="from"
          label={t('intervals.from')}
          extra={t('window.notLate')}
          rules={[
            missing,
            {
              validator: (_, from: string) =>
                !from || Date.parse(instantOf(from, timeZone)) >= hubNow() - maintenanceLateMs
                  ? Promise.resolve()
                  : Promise.reject(t('error.in_the_past')),
            },
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="to"
          label={t('intervals.to')}
          dependencies={['from']}
          rules={[
            missing,
            ({ getFieldValue }) => ({
              validator: (_, to: string) =>
                !to || to > getFieldValue('from')
                  ? Promise.resolve()
                  : Promise.reject(t('window.endsBefore')),
            }),
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <p className="muted form-note">{t('form.zone', { value: timeZone })}</p>
      <Form.Item name="reason" label={t('window.reason')} rules={[{ ...missing, whitespace: true }]}>
        <Input.TextArea maxLength={500} rows={3} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
