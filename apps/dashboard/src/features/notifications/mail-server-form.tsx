import type { MailServer, MailServerInput } from '@opsgauge/contract';
import { Form, Input, InputNumber, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { saveMailServer } from '../../shared/api/notifications.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';

type Values = Omit<MailServerInput, 'username' | 'password'> & { username?: string; password?: string };

const securities = ['tls', 'starttls', 'none'] as const;
const fresh = { port: 465, security: 'tls' as const, fromName: '运衡' };

interface MailServerFormProps {
  server: MailServer | null;
  isOpen: boolean;
  onClose: () => void;
}

/** Enters or changes the mail server; a password that is not entered anew stays. */
export function MailServerForm({ server, isOpen, onClose }: MailServerFormProps) {
  const { t } = useTranslation();
  const save = useChange({
    change: ({ username, password, ...rest }: Values) =>
      saveMailServer({
        ...rest,
        username: username || null,
        ...(password ? { password } : username ? {} : { password: null }),
      }),
    refresh: [keys.mailServer, keys.reach],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const missing = { required: true, message: t('form.missing') };
  const { username, ...known } = server ?? { username: null };
  return (
    <FormDrawer<Values>
      title={t('notifications.mail')}
      isOpen={isOpen}
      onClose={onClose}
      initialValues={server ? { ...known, username: username ?? '' } : fresh}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <div className="form-columns">
        <Form.Item name="host" label={t('mail.host')} rules={[missing]}>
          <Input maxLength={253} placeholder="smtp.example.gov.cn" />
        </Form.Item>
        <Form.Item name="port" label={t('mail.port')} rules={[missing]}>
          <InputNumber min={1} max={65535} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="security" label={t('mail.security')}>
        <Segmented options={securities.map((value) => ({ value, label: t(`mailSecurity.${value}`) }))} />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name="username" label={t('mail.username')}>
          <Input maxLength={254} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('mail.password')}
          {...(server?.hasPassword ? { extra: t('channel.keptHint') } : {})}
        >
          <Input.Password maxLength={256} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="fromAddress" label={t('mail.fromAddress')} rules={[missing]}>
          <Input maxLength={254} type="email" />
        </Form.Item>
        <Form.Item name="fromName" label={t('mail.fromName')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
