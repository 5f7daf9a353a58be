import type { DutyShift } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { projectsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { deleteDutyShift, saveDutyShift } from '../../shared/api/notifications.js';
import { systemsQuery } from '../../shared/api/queries.js';
import { useChange } from '../../shared/api/use-change.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { useZoneNote } from '../../shared/time/use-zone-note.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ChannelField, LanguageField } from './common-fields.js';
import { shiftInputOf, shiftValuesOf, type ShiftValues } from './shift-values.js';

/** Enters somebody's time on duty, changes it or takes it away. */
export function ShiftForm({ editing, day }: { editing: Editing<DutyShift>; day: string }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const zoneNote = useZoneNote();
  const systems = useQuery(systemsQuery).data?.items ?? [];
  const projects = useQuery(projectsQuery).data?.items ?? [];
  const { item } = editing;
  const refresh = [keys.dutyShifts, keys.reach];
  const save = useChange({
    change: (values: ShiftValues) => saveDutyShift(item?.id ?? null, shiftInputOf(values, timeZone)),
    refresh,
    done: t('record.saved'),
    isErrorShown: true,
  });
  const missing = { required: true, message: t('form.missing') };
  return (
    <FormDrawer<ShiftValues>
      title={t(item ? 'notifications.changeShift' : 'notifications.addShift')}
      isOpen={editing.isOpen}
      onClose={editing.close}
      initialValues={shiftValuesOf(item, day, timeZone)}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={(field) => (field.startsWith('target') ? 'target' : field)}
    >
      <Form.Item name="personName" label={t('roster.person')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="target" label={t('roster.target')} rules={[missing]}>
        <RecordSelect
          options={[
            ...systems.map(({ id, name }) => ({ value: `system:${id}`, label: name })),
            ...projects.map(({ id, name }) => ({
              value: `project:${id}`,
              label: t('roster.wholeProject', { name }),
            })),
          ]}
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name="from" label={t('roster.from')} rules={[missing]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={t('roster.to')} rules={[missing]}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <p className="muted form-note">{zoneNote}</p>
      <div className="form-columns">
        <Form.Item name="phone" label={t('roster.phone')}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="mailAddress" label={t('roster.mailAddress')} extra={t('roster.reachHint')}>
          <Input maxLength={254} type="email" />
        </Form.Item>
      </div>
      <ChannelField label={t('roster.channel')} noneLabel={t('roster.noChannel')} />
      <LanguageField />
      {item && (
        <DeleteButton
          title={t('roster.deleteTitle', { name: item.personName })}
          text={t('roster.deleteText')}
          onDelete={async () => {
            await deleteDutyShift(item.id);
            editing.close();
          }}
          refresh={refresh}
        />
      )}
    </FormDrawer>
  );
}
