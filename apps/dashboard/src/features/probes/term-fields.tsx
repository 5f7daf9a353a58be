import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

const bounds = {
  intervalSeconds: [5, 3600],
  timeoutSeconds: [1, 60],
  failuresToDown: [1, 10],
} as const;

/** How often a probe asks, how long it waits, and how many failures are an outage. */
export function TermFields() {
  const { t } = useTranslation();
  return (
    <div className="probe-terms">
      {(['intervalSeconds', 'timeoutSeconds', 'failuresToDown'] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`probe.${name}`)}
          rules={[{ required: true, message: t('form.missing') }]}
        >
          <InputNumber min={bounds[name][0]} max={bounds[name][1]} precision={0} />
        </Form.Item>
      ))}
    </div>
  );
}
