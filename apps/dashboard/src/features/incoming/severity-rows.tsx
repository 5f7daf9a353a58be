import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { alertSeveritySchema } from '@opsgauge/contract';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** The monitor's words for how bad an alert is, where they are not the usual ones. */
export function SeverityRows() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  const options = alertSeveritySchema.options.map((value) => ({
    value,
    label: value === 'ignored' ? t('incoming.ignored') : t(`severity.${value}`),
  }));
  return (
    <fieldset className="rule-rows">
      <legend>{t('incoming.severities')}</legend>
      <p className="muted">{t('incoming.severitiesHint')}</p>
      <Form.List name="severities">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="rule-row is-short">
                <Form.Item name={[name, 'word']} rules={required}>
                  <Input maxLength={64} placeholder={t('incoming.word')} aria-label={t('incoming.word')} />
                </Form.Item>
                <Form.Item name={[name, 'severity']}>
                  <Select options={options} aria-label={t('incoming.severity')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.delete')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ word: '', severity: 'minor' })}>
              {t('incoming.addSeverity')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
