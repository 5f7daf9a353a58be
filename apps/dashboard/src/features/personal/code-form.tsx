import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';

interface CodeFormProps {
  label: string;
  submit: string;
  change: UseMutationResult<unknown, Error, { code: string }>;
  onCancel: () => void;
  /** To turn it off: a recovery code does as well. */
  isLeaving?: boolean;
}

/** Six digits of the authenticator app, or a recovery code. */
export function CodeForm({ label, submit, change, onCancel, isLeaving = false }: CodeFormProps) {
  const { t } = useTranslation();
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => change.mutate({ code: code.trim() })}
    >
      <Form.Item
        name="code"
        label={label}
        rules={[
          isLeaving
            ? { required: true, whitespace: true, message: t('form.missing') }
            : { required: true, pattern: /^\s*\d{6}\s*$/, message: t('totp.sixDigits') },
        ]}
        {...(change.isError
          ? { validateStatus: 'error' as const, help: t(`error.${toApiError(change.error).code}`) }
          : {})}
      >
        <Input
          autoFocus
          inputMode={isLeaving ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          maxLength={32}
          style={{ width: 240 }}
          onChange={() => change.isError && change.reset()}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" danger={isLeaving} htmlType="submit" loading={change.isPending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </Form>
  );
}
