import { Checkbox, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useZoneNote } from '../../shared/time/use-zone-note.js';
import { weekdays } from '../../shared/time/weekdays.js';
import type { ContractValues } from './contract-values.js';
import { parseDates } from './date-list.js';

/** Whether a contract's service runs 7×24 or in hours of its own, and which. */
export function ServiceHoursFields() {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="form-heading">{t('serviceHours.title')}</h3>
      <Form.Item name="hours" extra={t('serviceHours.hint')}>
        <Segmented
          options={(['always', 'calendar'] as const).map((value) => ({
            value,
            label: t(`serviceHours.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        noStyle
        shouldUpdate={(before: ContractValues, after: ContractValues) => before.hours !== after.hours}
      >
        {({ getFieldValue }) => getFieldValue('hours') === 'calendar' && <CalendarFields />}
      </Form.Item>
    </>
  );
}

function CalendarFields() {
  const { t } = useTranslation();
  const zoneNote = useZoneNote();
  const missing = { required: true, message: t('form.missing') };
  const areDates = {
    validator: (_: unknown, text: string) =>
      parseDates(text ?? '') ? Promise.resolve() : Promise.reject(t('serviceHours.noDates')),
  };
  return (
    <>
      <Form.Item name={['calendar', 'workingDays']} label={t('serviceHours.workingDays')} rules={[missing]}>
        <Checkbox.Group
          options={weekdays.map((name, index) => ({ value: index + 1, label: t(`weekday.${name}`) }))}
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name={['calendar', 'fromTime']} label={t('serviceHours.fromTime')} rules={[missing]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name={['calendar', 'toTime']}
          label={t('serviceHours.toTime')}
          extra={zoneNote}
          dependencies={[['calendar', 'fromTime']]}
          rules={[
            missing,
            ({ getFieldValue }) => ({
              validator: (_, to: string) =>
                !to || to === '00:00' || to > getFieldValue(['calendar', 'fromTime'])
                  ? Promise.resolve()
                  : Promise.reject(t('serviceHours.endsBefore')),
            }),
          ]}
        >
          <Input type="time" />
        </Form.Item>
      </div>
      <div className="form-columns">
        {(['holidays', 'extraWorkingDays'] as const).map((name) => (
          <Form.Item
            key={name}
            name={['calendar', name]}
            label={t(`serviceHours.${name}`)}
            extra={t('serviceHours.datesHint')}
            rules={[areDates]}
          >
            <Input.TextArea rows={3} placeholder="2026-10-01 ~ 2026-10-08" />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
