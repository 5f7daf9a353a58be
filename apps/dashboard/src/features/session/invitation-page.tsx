import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { acceptInvitation } from '../../shared/api/accounts.js';
import { FormError } from '../../shared/ui/form-error.js';
import { NewPasswordFields } from '../../shared/password/new-password-fields.js';
import { useFieldErrors } from '../../shared/ui/use-field-errors.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { Mark } from '../../shared/ui/mark.js';
import { Entrance } from './entrance.js';

interface InvitationValues {
  password: string;
  repeated: string;
}

/** Whoever was handed the one-time link chooses a password here, and logs in with it. */
export function InvitationPage() {
  const { t } = useTranslation();
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const [form] = Form.useForm<InvitationValues>();
  const showAtField = useFieldErrors(form, { password_refused: 'password' });
  const accept = useMutation({ mutationFn: acceptInvitation, onError: showAtField });
  useTitle(t('invitation.title'));
  const isAtField = form.getFieldsError().some(({ errors }) => errors.length);
  if (accept.isSuccess || !token) {
    return (
      <Entrance>
        <Alert
          type={accept.isSuccess ? 'success' : 'error'}
          showIcon
          icon={<Mark kind={accept.isSuccess ? 'up' : 'down'} size={16} />}
          title={t(accept.isSuccess ? 'invitation.accepted' : 'error.invitation_invalid')}
        />
        <Link to="/login">
          <Button type={accept.isSuccess ? 'primary' : 'default'} size="large" block>
            {t('invitation.toLogin')}
          </Button>
        </Link>
      </Entrance>
    );
  }
  return (
    <Entrance>
      <h2>{t('invitation.title')}</h2>
      {accept.isError && !isAtField && <FormError error={accept.error} />}
      <Form<InvitationValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ password }) => accept.mutate({ token, password })}
      >
        <NewPasswordFields name="password" />
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </Form>
    </Entrance>
  );
}
