import type { RuleTarget } from '@opsgauge/contract';
import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../shared/api/choices.js';
import { RecordSelect } from '../../shared/ui/record-select.js';

/** The fields of a form that chooses a system or a server. */
export interface TargetValues {
  kind: RuleTarget['kind'];
  targetId: string;
}

export const targetOf = ({ kind, targetId }: TargetValues): RuleTarget =>
  kind === 'system' ? { kind, systemId: targetId } : { kind, serverId: targetId };

/** Chooses a system or a server. */
export function TargetFields() {
  const { t } = useTranslation();
  const choices = { system: useSystemChoices(), server: useServerChoices() };
  const kind = (Form.useWatch('kind') as TargetValues['kind'] | undefined) ?? 'system';
  const form = Form.useFormInstance<TargetValues>();
  return (
    <>
      <Form.Item name="kind" label={t('faultRules.target')}>
        <Segmented
          options={(['system', 'server'] as const).map((value) => ({ value, label: t(`column.${value}`) }))}
          onChange={() => form.resetFields(['targetId'])}
        />
      </Form.Item>
      <Form.Item
        name="targetId"
        label={t(`column.${kind}`)}
        rules={[{ required: true, message: t('form.missing') }]}
      >
        <RecordSelect options={choices[kind]} />
      </Form.Item>
    </>
  );
}
