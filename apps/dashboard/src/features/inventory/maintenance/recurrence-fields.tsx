import { Checkbox, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { frequencies, weekdayCodes, type RecurrenceValues } from './recurrence-rule.js';
import { useWeekdayName } from './use-rule-text.js';

/** How often, on which days, and until when something recurs. */
export function RecurrenceFields() {
  const { t } = useTranslation();
  const nameOf = useWeekdayName();
  const values = Form.useWatch<RecurrenceValues | undefined>('recurrence');
  const missing = { required: true, message: t('form.missing') };
  const { frequency = 'WEEKLY', ends = 'count' } = values ?? {};
  return (
    <>
      <div className="form-columns">
        <Form.Item name={['recurrence', 'frequency']} label={t('recurrence.frequency')}>
          <Select options={frequencies.map((value) => ({ value, label: t(`recurrence.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name={['recurrence', 'interval']}
          label={t('recurrence.interval')}
          extra={
            (values?.interval ?? 1) > 1 && t(`recurrence.every${frequency}`, { value: values?.interval ?? 1 })
          }
          rules={[missing]}
        >
          <InputNumber min={1} max={999} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name={['recurrence', 'weekdays']}
        label={t('recurrence.weekdays')}
        hidden={frequency !== 'WEEKLY'}
      >
        <Checkbox.Group options={weekdayCodes.map((value) => ({ value, label: nameOf(value) }))} />
      </Form.Item>
      <Form.Item
        name={['recurrence', 'monthly']}
        label={t('recurrence.monthly')}
        hidden={frequency !== 'MONTHLY'}
      >
        <Segmented
          options={(['date', 'weekday'] as const).map((value) => ({
            value,
            label: t(`recurrence.by.${value}`),
          }))}
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name={['recurrence', 'ends']} label={t('recurrence.ends')}>
          <Segmented
            options={(['count', 'until'] as const).map((value) => ({
              value,
              label: t(`recurrence.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name={['recurrence', 'count']}
          label={t('recurrence.count')}
          rules={[{ ...missing, required: ends === 'count' }]}
          hidden={ends !== 'count'}
        >
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item
          name={['recurrence', 'until']}
          label={t('recurrence.until')}
          rules={[{ ...missing, required: ends === 'until' }]}
          hidden={ends !== 'until'}
        >
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}
