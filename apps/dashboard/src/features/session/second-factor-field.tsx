import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The app's six digits, or a recovery code. */
export function SecondFactorField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="secondFactor"
      label={t('login.secondFactor')}
      extra={t('login.secondFactorHint')}
      preserve={false}
      rules={[{ required: true, whitespace: true, message: t('login.secondFactorMissing') }]}
    >
      <Input autoFocus autoComplete="one-time-code" size="large" maxLength={32} />
    </Form.Item>
  );
}
