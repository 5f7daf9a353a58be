import type { Contract } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { contractsQuery } from '../../shared/api/inventory.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ContractForm } from './contract-form.js';
import { EmptySection } from './empty-section.js';
import { PromiseTags } from './promise-tags.js';
import { ServiceHours } from './service-hours.js';

/** Which vendor maintains which system, from when to when, and what it has promised. */
export function ContractsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayChange = useMay('changeInventory');
  const query = useQuery(contractsQuery);
  const editing = useEditing<Contract>();
  const period = ({ serviceFrom, serviceTo }: Contract) =>
    t('evaluation.fromTo', {
      from: formats.date(serviceFrom),
      to: serviceTo === null ? t('contract.openEnd') : formats.lastDateBefore(serviceTo),
    });
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <SectionBar
            count={items.length}
            add={mayChange && { label: t('contract.add'), onAdd: () => editing.start(null) }}
          />
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={1200}
            actionsWidth={80}
            columns={[
              {
                key: 'system',
                title: t('column.system'),
                phone: 'head',
                render: ({ systemName }) => systemName,
              },
              {
                key: 'vendor',
                title: t('organizationKind.vendor'),
                render: ({ vendorOrganizationName }) => vendorOrganizationName ?? noValue,
              },
              { key: 'number', title: t('contract.number'), render: ({ number }) => number || noValue },
              { key: 'period', title: t('contract.period'), width: 210, render: period },
              {
                key: 'hours',
                title: t('serviceHours.title'),
                render: ({ serviceCalendar }) => <ServiceHours calendar={serviceCalendar} />,
              },
              {
                key: 'promises',
                title: t('contract.promises'),
                render: ({ promises }) => <PromiseTags promises={promises} />,
              },
            ]}
            actions={
              mayChange &&
              ((item) => (
                <Button size="small" type="link" onClick={() => editing.start(item)}>
                  {t('action.edit')}
                </Button>
              ))
            }
            empty={<EmptySection of="contracts" />}
          />
          <ContractForm editing={editing} />
        </>
      )}
    </QueryState>
  );
}
