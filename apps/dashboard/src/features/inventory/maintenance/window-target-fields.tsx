import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../../shared/api/choices.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';
import type { WindowValues } from './window-values.js';

/** Which system or server is maintained. */
export function WindowTargetFields() {
  const { t } = useTranslation();
  const choices = { system: useSystemChoices(), server: useServerChoices() };
  const kind = Form.useWatch<WindowValues['kind'] | undefined>('kind') ?? 'system';
  return (
    <>
      <Form.Item name="kind" label={t('window.target')}>
        <Segmented
          options={(['system', 'server'] as const).map((value) => ({ value, label: t(`column.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        key={kind}
        name="targetId"
        label={t(`column.${kind}`)}
        rules={[{ required: true, message: t('form.missing') }]}
      >
        <RecordSelect options={choices[kind]} />
      </Form.Item>
    </>
  );
}
