import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RuleRows } from './rule-rows.js';
import { TargetSelect } from './target-select.js';

/** Labels, and whose alerts with them are; the first that fits decides. */
export function AssignmentRows() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  return (
    <RuleRows
      name="assignments"
      title={t('incoming.assignments')}
      hint={t('incoming.assignmentsHint')}
      addLabel={t('incoming.addAssignment')}
      newRow={{ label: 'instance', value: '' }}
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'label']} label={t('incoming.label')} rules={required}>
            <Input maxLength={256} aria-label={t('incoming.label')} />
          </Form.Item>
          <Form.Item name={[row, 'value']} label={t('incoming.value')} rules={required}>
            <Input maxLength={4096} aria-label={t('incoming.value')} />
          </Form.Item>
          <Form.Item name={[row, 'choice']} label={t('incoming.target')} rules={required}>
            <TargetSelect label={t('incoming.target')} />
          </Form.Item>
        </>
      )}
    </RuleRows>
  );
}
