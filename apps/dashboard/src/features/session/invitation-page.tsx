import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, invitedPersonQuery } from '../../shared/api/accounts.js';
import { toApiError } from '../../shared/api/api-error.js';
import { FormError } from '../../shared/ui/form-error.js';
import { NewPasswordFields } from '../../shared/password/new-password-fields.js';
import { useFieldErrors } from '../../shared/ui/use-field-errors.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { Entrance } from './entrance.js';
import { InvitationEnd } from './invitation-end.js';

interface InvitationValues {
  password: string;
  repeated: string;
}

/** Whoever was handed the one-time link sees whom it is for, chooses a password, and logs in with it. */
export function InvitationPage() {
  const { t } = useTranslation();
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  const [form] = Form.useForm<InvitationValues>();
  const showAtField = useFieldErrors(form, { password_refused: 'password' });
  const person = useQuery(invitedPersonQuery(token));
  const accept = useMutation({ mutationFn: acceptInvitation, onError: showAtField });
  useTitle(t('invitation.title'));
  const isAtField = form.getFieldsError().some(({ errors }) => errors.length);
  if (accept.isSuccess && person.data) return <InvitationEnd username={person.data.username} />;
  if (!token || (person.isError && toApiError(person.error).code === 'invitation_invalid'))
    return <InvitationEnd />;
  return (
    <Entrance>
      <h2>{t('invitation.title')}</h2>
      {person.isError && <FormError error={person.error} />}
      {accept.isError && !isAtField && <FormError error={accept.error} />}
      {person.data && (
        <Form<InvitationValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ password }) => accept.mutate({ token, password })}
        >
          <p>{t('invitation.for', { name: person.data.displayName })}</p>
          <Form.Item
            label={t('login.username')}
            htmlFor="invited-username"
            extra={t('invitation.usernameHint')}
          >
            <Input id="invited-username" autoComplete="username" value={person.data.username} readOnly />
          </Form.Item>
          <NewPasswordFields name="password" />
          <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
            {t('invitation.accept')}
          </Button>
        </Form>
      )}
    </Entrance>
  );
}
