import type { Project, ProjectInput } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveProject } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { useOrganizationChoices } from './use-choices.js';

export function ProjectForm({ editing }: { editing: Editing<Project> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const owners = useOrganizationChoices('owner');
  const evaluators = useOrganizationChoices('evaluator');
  const save = useChange({
    change: (input: ProjectInput) => saveProject(item?.id ?? null, input),
    refresh: [keys.projects, keys.systems, keys.evaluations],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const initial: Partial<ProjectInput> = {
    name: item?.name ?? '',
    ownerOrganizationId: item?.ownerOrganizationId ?? null,
    evaluatorOrganizationId: item?.evaluatorOrganizationId ?? null,
  };
  return (
    <FormDrawer<ProjectInput>
      title={t(item ? 'project.edit' : 'project.add')}
      isOpen={isOpen}
      onClose={close}
      initialValues={initial}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item
        name="name"
        label={t('project.name')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="ownerOrganizationId" label={t('organizationKind.owner')}>
        <RecordSelect options={owners} isOptional />
      </Form.Item>
      <Form.Item
        name="evaluatorOrganizationId"
        label={t('organizationKind.evaluator')}
        extra={t('project.evaluatorNote')}
      >
        <RecordSelect options={evaluators} isOptional />
      </Form.Item>
    </FormDrawer>
  );
}
