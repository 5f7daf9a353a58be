import type { Fault } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { faultsQuery } from '../../../shared/api/faults.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';

const choicesMax = 200;

/** Another fault of the same system. */
export function MergeField({ fault }: { fault: Fault }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const { data } = useQuery(faultsQuery({ systemId: fault.systemId }, choicesMax));
  const others = (data?.items ?? []).filter(
    ({ id, mergedIntoFaultId }) => id !== fault.id && mergedIntoFaultId === null,
  );
  return (
    <Form.Item
      name="intoFaultId"
      label={t('faultForm.intoFault')}
      rules={[{ required: true, message: t('form.missing') }]}
    >
      <RecordSelect
        options={others.map(({ id, number, title, serverName }) => ({
          value: id,
          label: [number, titleOf(title), serverName].filter(Boolean).join(' · '),
        }))}
      />
    </Form.Item>
  );
}
