import type { CreatedRemoteWriteSource, RemoteWriteSourceInput } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { createRemoteWriteSource } from '../../shared/api/remote-write.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';

interface PrometheusFormProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (source: CreatedRemoteWriteSource) => void;
}

/** Lets a Prometheus write. */
export function PrometheusForm({ isOpen, onClose, onCreated }: PrometheusFormProps) {
  const { t } = useTranslation();
  const create = useChange({
    change: createRemoteWriteSource,
    refresh: [keys.remoteWriteSources],
    onDone: onCreated,
    isErrorShown: true,
  });
  return (
    <FormDrawer<RemoteWriteSourceInput>
      title={t('prometheus.add')}
      isOpen={isOpen}
      onClose={onClose}
      submitLabel={t('apiToken.create')}
      initialValues={{ name: '' }}
      onSubmit={(values) => create.mutateAsync(values)}
    >
      <Form.Item
        name="name"
        label={t('prometheus.name')}
        extra={t('prometheus.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
    </FormDrawer>
  );
}
