import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const charactersMin = 12;

/** A new password, typed twice. Length counts; whether it is too common is the hub's to say. */
export function NewPasswordFields({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={name}
        label={t('password.new')}
        extra={t('password.rule')}
        rules={[
          { required: true, message: t('login.passwordMissing') },
          { min: charactersMin, message: t('password.tooShort') },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={[name]}
        rules={[
          { required: true, message: t('password.repeatMissing') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue(name)
                ? Promise.resolve()
                : Promise.reject(t('password.different')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
    </>
  );
}
