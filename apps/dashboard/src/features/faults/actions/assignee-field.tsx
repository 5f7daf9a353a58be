import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { faultAssigneesQuery } from '../../../shared/api/faults.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';

/** Who is to see to a fault; cleared, nobody is. */
export function AssigneeField({ faultId }: { faultId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(faultAssigneesQuery(faultId));
  return (
    <Form.Item name="assigneeId" label={t('faultForm.assignee')}>
      <RecordSelect
        isOptional
        placeholder={t('faultForm.nobody')}
        options={(data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
    </Form.Item>
  );
}
