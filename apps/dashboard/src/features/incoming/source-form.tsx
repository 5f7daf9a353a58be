import { alertSourceKinds, type AlertSourceInput } from '@opsgauge/contract';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { createAlertSource } from '../../shared/api/incoming.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Setup } from './source-setup.js';

interface SourceFormProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (setup: Setup) => void;
}

/** Lets another monitor send its alerts. */
export function SourceForm({ isOpen, onClose, onCreated }: SourceFormProps) {
  const { t } = useTranslation();
  const create = useChange({
    change: createAlertSource,
    refresh: [keys.alertSources],
    onDone: (created) => onCreated({ ...created, isNew: true }),
    isErrorShown: true,
  });
  return (
    <FormDrawer<AlertSourceInput>
      title={t('incoming.add')}
      isOpen={isOpen}
      onClose={onClose}
      submitLabel={t('apiToken.create')}
      initialValues={{ name: '', kind: 'alertmanager' }}
      onSubmit={(values) => create.mutateAsync(values)}
    >
      <Form.Item name="kind" label={t('incoming.kind')}>
        <Segmented
          options={alertSourceKinds.map((value) => ({ value, label: t(`alertSourceKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('incoming.name')}
        extra={t('incoming.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}
