import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { TargetSelect } from './target-select.js';

/** Labels, and whose alerts with them are; the first that fits decides. */
export function AssignmentRows() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  return (
    <fieldset className="rule-rows">
      <legend>{t('incoming.assignments')}</legend>
      <p className="muted">{t('incoming.assignmentsHint')}</p>
      <Form.List name="assignments">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="rule-row">
                <Form.Item name={[name, 'label']} rules={required}>
                  <Input maxLength={256} placeholder={t('incoming.label')} aria-label={t('incoming.label')} />
                </Form.Item>
                <Form.Item name={[name, 'value']} rules={required}>
                  <Input
                    maxLength={4096}
                    placeholder={t('incoming.value')}
                    aria-label={t('incoming.value')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'choice']} rules={required}>
                  <TargetSelect label={t('incoming.target')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.delete')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ label: 'instance', value: '' })}>
              {t('incoming.addAssignment')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
