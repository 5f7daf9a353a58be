import { organizationKindSchema, type Organization, type OrganizationInput } from '@opsgauge/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveOrganization } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';

export function OrganizationForm({ editing }: { editing: Editing<Organization> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const save = useChange({
    change: (input: OrganizationInput) => saveOrganization(item?.id ?? null, input),
    // Its name stands in projects, contracts and accounts too.
    refresh: [keys.organizations, keys.projects, keys.contracts, keys.accounts],
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<OrganizationInput>
      title={t(item ? 'organization.edit' : 'organization.add')}
      isOpen={isOpen}
      onClose={close}
      initialValues={item ? { name: item.name, kind: item.kind } : { kind: 'owner' }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item
        name="name"
        label={t('organization.name')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('organization.kind')} extra={t('organization.kindHint')}>
        <Select
          options={organizationKindSchema.options.map((kind) => ({
            value: kind,
            label: t(`organizationKind.${kind}`),
          }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
