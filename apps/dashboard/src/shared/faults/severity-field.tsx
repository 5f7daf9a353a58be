import { faultSeverities } from '@opsgauge/domain';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

/** How grave a fault is, as a field of a form. */
export function SeverityField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="severity"
      label={t('faultColumn.severity')}
      rules={[{ required: true, message: t('form.missing') }]}
    >
      <Radio.Group options={faultSeverities.map((value) => ({ value, label: t(`severity.${value}`) }))} />
    </Form.Item>
  );
}
