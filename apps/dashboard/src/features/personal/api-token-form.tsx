import type { ApiTokenInput, CreatedApiToken } from '@opsgauge/contract';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { createApiToken } from '../../shared/api/personal.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';

interface ApiTokenFormProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (token: CreatedApiToken) => void;
}

export function ApiTokenForm({ isOpen, onClose, onCreated }: ApiTokenFormProps) {
  const { t } = useTranslation();
  const create = useChange({
    change: createApiToken,
    refresh: [keys.apiTokens],
    onDone: onCreated,
    isErrorShown: true,
  });
  return (
    <FormDrawer<ApiTokenInput>
      title={t('apiToken.add')}
      isOpen={isOpen}
      onClose={onClose}
      submitLabel={t('apiToken.create')}
      initialValues={{ canWrite: false, expiresInDays: 90 }}
      onSubmit={(values) => create.mutateAsync(values)}
    >
      <Form.Item
        name="name"
        label={t('apiToken.name')}
        extra={t('apiToken.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item name="expiresInDays" label={t('apiToken.expiry')}>
        <Select
          options={[7, 30, 90, 180, 366].map((value) => ({ value, label: t('apiToken.days', { value }) }))}
        />
      </Form.Item>
      <Form.Item name="canWrite" valuePropName="checked" extra={t('apiToken.writeHint')}>
        <Checkbox>{t('apiToken.mayWrite')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
