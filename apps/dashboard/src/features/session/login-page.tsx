import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LoginRequest } from '@opsgauge/contract';
import { Button, Form, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { toApiError } from '../../shared/api/api-error.js';
import { logIn } from '../../shared/api/commands.js';
import { keys } from '../../shared/api/keys.js';
import { Mark } from '../../shared/ui/mark.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { Entrance } from './entrance.js';
import { LoginError } from './login-error.js';
import { SecondFactorField } from './second-factor-field.js';

/** Name and password, and the second factor where the hub asks for it; whoever succeeds is taken on by the route. */
export function LoginPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const location = useLocation() as { state: { username?: string } | null };
  const username = location.state?.username ?? '';
  const [isCapsLockOn, setCapsLockOn] = useState(false);
  const [isCodeAsked, setCodeAsked] = useState(false);
  const login = useMutation({
    mutationFn: logIn,
    onSuccess: (session) => client.setQueryData(keys.session, session),
    onError: (error) => setCodeAsked(toApiError(error).code.startsWith('second_factor_')),
  });
  useTitle(t('login.title'));
  const readCapsLock = (event: KeyboardEvent) => setCapsLockOn(event.getModifierState('CapsLock'));
  const isErrorShown = login.isError && toApiError(login.error).code !== 'second_factor_required';
  return (
    <Entrance>
      {isErrorShown && <LoginError error={login.error} />}
      <Form<LoginRequest>
        layout="vertical"
        requiredMark={false}
        initialValues={{ username }}
        onFinish={(values) => login.mutate(values)}
      >
        <Form.Item
          name="username"
          label={t('login.username')}
          hidden={isCodeAsked}
          rules={[{ required: true, whitespace: true, message: t('login.usernameMissing') }]}
        >
          <Input autoFocus={!username} autoComplete="username" size="large" maxLength={64} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('login.password')}
          hidden={isCodeAsked}
          rules={[{ required: true, message: t('login.passwordMissing') }]}
          extra={
            isCapsLockOn && (
              <span className="caps-lock" role="status">
                <Mark kind="warning" size={12} /> {t('login.capsLock')}
              </span>
            )
          }
        >
          <Input.Password
            autoFocus={username !== ''}
            autoComplete="current-password"
            size="large"
            maxLength={256}
            onKeyUp={readCapsLock}
            onKeyDown={readCapsLock}
          />
        </Form.Item>
        {isCodeAsked && <SecondFactorField />}
        <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
          {t('login.submit')}
        </Button>
        {isCodeAsked && (
          <Button type="link" block onClick={() => setCodeAsked(false)}>
            {t('login.otherAccount')}
          </Button>
        )}
      </Form>
    </Entrance>
  );
}
