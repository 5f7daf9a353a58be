import type { System, SystemInput } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveSystem } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { useProjectChoices } from './use-choices.js';

export function SystemForm({ editing }: { editing: Editing<System> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const projects = useProjectChoices();
  const save = useChange({
    change: (input: SystemInput) => saveSystem(item?.id ?? null, input),
    refresh: [keys.systems, keys.servers, keys.contracts, keys.evaluations],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const missing = { required: true, whitespace: true, message: t('form.missing') };
  return (
    <FormDrawer<SystemInput>
      title={t(item ? 'system.edit' : 'system.add')}
      isOpen={isOpen}
      onClose={close}
      initialValues={item ? { name: item.name, shortName: item.shortName, projectId: item.projectId } : {}}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item name="name" label={t('system.name')} rules={[missing]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="shortName"
        label={t('system.shortName')}
        extra={t('system.shortNameHint')}
        rules={[missing]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name="projectId"
        label={t('evaluation.project')}
        rules={[{ required: true, message: t('form.missing') }]}
      >
        <RecordSelect options={projects} />
      </Form.Item>
    </FormDrawer>
  );
}
