import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys.js';
import { changePassword } from '../api/personal.js';
import { useChange } from '../api/use-change.js';
import { FormError } from '../ui/form-error.js';
import { useFieldErrors } from '../ui/use-field-errors.js';
import { NewPasswordFields } from './new-password-fields.js';

interface PasswordValues {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

/** Changes one's own password; all other logins end by it. */
export function PasswordForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<PasswordValues>();
  const showAtField = useFieldErrors(form, { wrong_credentials: 'currentPassword' });
  const change = useChange({
    change: ({ currentPassword, newPassword }: PasswordValues) =>
      changePassword({ currentPassword, newPassword }),
    refresh: [keys.session, keys.sessions],
    done: t('password.changed'),
    onDone: () => form.resetFields(),
    isErrorShown: true,
  });
  const submit = (values: PasswordValues) => change.mutate(values, { onError: showAtField });
  const isAtField = form.getFieldsError().some(({ errors }) => errors.length);
  return (
    <Form<PasswordValues>
      form={form}
      layout="vertical"
      className="panel-form"
      requiredMark={false}
      onFinish={submit}
    >
      {change.isError && !isAtField && <FormError error={change.error} />}
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        rules={[{ required: true, message: t('login.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <NewPasswordFields name="newPassword" />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('password.change')}
      </Button>
    </Form>
  );
}
