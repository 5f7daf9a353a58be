import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteOrganization, organizationsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { OrganizationForm } from './organization-form.js';
import { RecordSection } from './record-section.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';

/** 项目单位, 运维单位, 评价机构. */
export function OrganizationsSection() {
  const { t } = useTranslation();
  return (
    <RecordSection
      of="organizations"
      query={useQuery(organizationsQuery)}
      addLabel={t('organization.add')}
      minimumWidth={480}
      columns={[
        { key: 'name', title: t('organization.name'), phone: 'head', render: ({ name }) => name },
        {
          key: 'kind',
          title: t('organization.kind'),
          width: 160,
          render: ({ kind }) => t(`organizationKind.${kind}`),
        },
      ]}
      actions={(item, editing) => (
        <>
          <EditButton onEdit={() => editing.start(item)} />
          <DeleteButton
            title={t('record.deleteTitle', { name: item.name })}
            text={t('organization.deleteText')}
            onDelete={() => deleteOrganization(item.id)}
            refresh={[keys.organizations]}
          />
        </>
      )}
      form={(editing) => <OrganizationForm editing={editing} />}
    />
  );
}
