import { faultSeverities } from '@opsgauge/domain';
import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

/** How grave the faults of a rule are. */
export function SeverityField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="severity" label={t('faultRules.severity')}>
      <Segmented options={faultSeverities.map((value) => ({ value, label: t(`severity.${value}`) }))} />
    </Form.Item>
  );
}
