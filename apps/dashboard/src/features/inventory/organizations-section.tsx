import type { Organization } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteOrganization, organizationsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { OrganizationForm } from './organization-form.js';

/** 项目单位, 运维单位, 评价机构. */
export function OrganizationsSection() {
  const { t } = useTranslation();
  const mayChange = useMay('changeInventory');
  const query = useQuery(organizationsQuery);
  const editing = useEditing<Organization>();
  const confirm = useConfirm();
  const remove = useChange({
    change: deleteOrganization,
    refresh: [keys.organizations],
    done: t('record.deleted'),
  });
  const ask = ({ id, name }: Organization) =>
    confirm({
      title: t('organization.deleteTitle', { name }),
      text: t('organization.deleteText'),
      action: t('action.delete'),
      onConfirm: () => remove.mutateAsync(id),
    });
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <SectionBar
            count={items.length}
            add={mayChange && { label: t('organization.add'), onAdd: () => editing.start(null) }}
          />
          <RecordList
            items={items}
            idOf={({ id }) => id}
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
            actions={
              mayChange &&
              ((item) => (
                <>
                  <Button size="small" type="link" onClick={() => editing.start(item)}>
                    {t('action.edit')}
                  </Button>
                  <Button size="small" type="link" danger onClick={() => ask(item)}>
                    {t('action.delete')}
                  </Button>
                </>
              ))
            }
            empty={<EmptySection of="organizations" />}
          />
          <OrganizationForm editing={editing} />
        </>
      )}
    </QueryState>
  );
}
