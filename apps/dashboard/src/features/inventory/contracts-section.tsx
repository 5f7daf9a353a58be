import type { Contract } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contractsQuery, deleteContract } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { hubNow } from '../../shared/time/clock.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { ContractForm } from './contract-form.js';
import { PromiseTags } from './promise-tags.js';
import { RecordSection } from './record-section.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';
import { ServiceHours } from './service-hours.js';

/** Which vendor maintains which system, from when to when, and what it has promised. */
export function ContractsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const period = ({ serviceFrom, serviceTo }: Contract) =>
    t('evaluation.fromTo', {
      from: formats.date(serviceFrom),
      to: serviceTo === null ? t('contract.openEnd') : formats.lastDateBefore(serviceTo),
    });
  return (
    <RecordSection
      of="contracts"
      query={useQuery(contractsQuery)}
      addLabel={t('contract.add')}
      minimumWidth={1120}
      actionsWidth={110}
      columns={[
        {
          key: 'system',
          title: t('column.system'),
          phone: 'head',
          render: ({ systemId, systemName }) => <SystemLink id={systemId} name={systemName} />,
        },
        {
          key: 'vendor',
          title: t('organizationKind.vendor'),
          render: ({ vendorOrganizationName }) => vendorOrganizationName ?? noValue,
        },
        { key: 'number', title: t('contract.number'), render: ({ number }) => number || noValue },
        {
          key: 'period',
          title: t('contract.period'),
          width: 250,
          render: (contract) => (
            <span className="stacked">
              {period(contract)}
              <ServiceHours calendar={contract.serviceCalendar} />
            </span>
          ),
        },
        {
          key: 'promises',
          title: t('contract.promises'),
          width: 330,
          render: ({ promises }) => <PromiseTags promises={promises} />,
        },
      ]}
      actions={(item, editing) => (
        <>
          <EditButton onEdit={() => editing.start(item)} />
          {hubNow() < Date.parse(item.serviceFrom) && (
            <DeleteButton
              title={t('record.deleteTitle', { name: item.number || item.systemName })}
              text={t('contract.deleteText')}
              onDelete={() => deleteContract(item.id)}
              refresh={[keys.contracts, keys.systems]}
            />
          )}
        </>
      )}
      form={(editing) => <ContractForm editing={editing} />}
    />
  );
}
