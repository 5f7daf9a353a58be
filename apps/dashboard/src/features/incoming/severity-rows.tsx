import { alertSeveritySchema } from '@opsgauge/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RuleRows } from './rule-rows.js';

/** The monitor's words for how bad an alert is, where they are not the usual ones. */
export function SeverityRows() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  const options = alertSeveritySchema.options.map((value) => ({
    value,
    label: value === 'ignored' ? t('incoming.ignored') : t(`severity.${value}`),
  }));
  return (
    <RuleRows
      name="severities"
      title={t('incoming.severities')}
      hint={t('incoming.severitiesHint')}
      addLabel={t('incoming.addSeverity')}
      newRow={{ word: '', severity: 'minor' }}
      isShort
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'word']} label={t('incoming.word')} rules={required}>
            <Input maxLength={64} aria-label={t('incoming.word')} />
          </Form.Item>
          <Form.Item name={[row, 'severity']} label={t('incoming.severity')}>
            <Select options={options} aria-label={t('incoming.severity')} />
          </Form.Item>
        </>
      )}
    </RuleRows>
  );
}
