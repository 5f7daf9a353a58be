import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LoginRequest } from '@opsgauge/contract';
import { Button, Form, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { logIn } from '../../shared/api/commands.js';
import { keys } from '../../shared/api/keys.js';
import { LanguageSwitch } from '../../shared/ui/language-switch.js';
import { Mark } from '../../shared/ui/mark.js';
import { ThemeSwitch } from '../../shared/ui/theme-switch.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { LoginError } from './login-error.js';

/** Name and password; whoever succeeds is taken on by the route. */
export function LoginPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isCapsLockOn, setCapsLockOn] = useState(false);
  const login = useMutation({
    mutationFn: logIn,
    onSuccess: (session) => client.setQueryData(keys.session, session),
  });
  useTitle(t('login.title'));
  const readCapsLock = (event: KeyboardEvent) => setCapsLockOn(event.getModifierState('CapsLock'));
  return (
    <div className="login">
      <div className="login-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className="login-card">
        <header>
          <img src="/icon.svg" width={32} height={32} alt="" />
          <h1>
            运衡 <span>OpsGauge</span>
          </h1>
        </header>
        <p className="muted">{t('product.purpose')}</p>
        {login.isError && <LoginError error={login.error} />}
        <Form<LoginRequest>
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => login.mutate(values)}
        >
          <Form.Item
            name="username"
            label={t('login.username')}
            rules={[{ required: true, whitespace: true, message: t('login.usernameMissing') }]}
          >
            <Input autoFocus autoComplete="username" size="large" maxLength={64} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('login.password')}
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
              autoComplete="current-password"
              size="large"
              maxLength={256}
              onKeyUp={readCapsLock}
              onKeyDown={readCapsLock}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
            {t('login.submit')}
          </Button>
        </Form>
      </main>
    </div>
  );
}
