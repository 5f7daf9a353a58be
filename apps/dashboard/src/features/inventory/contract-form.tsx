import type { Contract } from '@opsgauge/contract';
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSystemChoices } from '../../shared/api/choices.js';
import { saveContract } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { contractInput, contractValues, promiseFields, type ContractValues } from './contract-values.js';
import { FaultTermsFields } from './fault-terms-fields.js';
import { ServiceHoursFields } from './service-hours-fields.js';
import { useOrganizationChoices } from './use-choices.js';

/** From the wire's names to those of the form; a date of a list stands in the list's one field. */
const formFields: Record<string, string> = { serviceFrom: 'firstDay', serviceTo: 'lastDay' };
const fieldOf = (field: string): string =>
  formFields[field] ?? field.replace(/^serviceCalendar\.(\w+).*/, 'calendar.$1');

export function ContractForm({ editing }: { editing: Editing<Contract> }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { item, isOpen, close } = editing;
  const systems = useSystemChoices();
  const vendors = useOrganizationChoices('vendor');
  const save = useChange({
    change: (values: ContractValues) => saveContract(item?.id ?? null, contractInput(values, timeZone)),
    refresh: [keys.contracts, keys.systems, keys.servers],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const missing = { required: true, message: t('form.missing') };
  return (
    <FormDrawer<ContractValues>
      title={t(item ? 'contract.edit' : 'contract.add')}
      isOpen={isOpen}
      onClose={close}
      size={560}
      initialValues={contractValues(item, timeZone)}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={fieldOf}
    >
      <Form.Item name="systemId" label={t('column.system')} rules={[missing]}>
        <RecordSelect options={systems} />
      </Form.Item>
      <Form.Item name="vendorOrganizationId" label={t('organizationKind.vendor')}>
        <RecordSelect options={vendors} isOptional />
      </Form.Item>
      <Form.Item name="number" label={t('contract.number')}>
        <Input maxLength={64} />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name="firstDay" label={t('contract.firstDay')} rules={[missing]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="lastDay" label={t('contract.lastDay')} extra={t('contract.lastDayHint')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <ServiceHoursFields />
      <h3 className="form-heading">{t('contract.promises')}</h3>
      <div className="form-columns">
        {promiseFields.map(({ name, minimum, maximum, example }) => (
          <Form.Item key={name} name={['promises', name]} label={t(`promise.${name}`)}>
            <InputNumber
              min={minimum}
              max={maximum}
              placeholder={t('contract.example', { value: example })}
              precision={name === 'availabilityPercentMin' ? 4 : 0}
              formatter={(value) => String(value ?? '').replace(/\.0+$|(\.\d*?)0+$/, '$1')}
              suffix={t(`promiseUnit.${name}`)}
            />
          </Form.Item>
        ))}
      </div>
      <p className="muted">{t('contract.promisesHint')}</p>
      <FaultTermsFields />
    </FormDrawer>
  );
}
