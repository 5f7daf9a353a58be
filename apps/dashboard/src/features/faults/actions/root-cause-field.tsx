import { PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRootCauses } from '../../../shared/faults/use-root-causes.js';
import { useMay } from '../../../shared/permissions.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';
import { NewRootCause } from './new-root-cause.js';

/** What caused it, from the catalogue; those who may add to it there and then. */
export function RootCauseField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const mayAdd = useMay('addRootCauses');
  const { options } = useRootCauses();
  const [isAdding, setAdding] = useState(false);
  const choose = (code: string) => {
    form.setFieldValue('rootCauseCode', code);
    setAdding(false);
  };
  return (
    <>
      <Form.Item
        name="rootCauseCode"
        label={t('faultForm.rootCause')}
        rules={[{ required: true, message: t('form.missing') }]}
        extra={
          mayAdd &&
          !isAdding && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('faultForm.addRootCause')}
            </Button>
          )
        }
      >
        <RecordSelect options={options} />
      </Form.Item>
      {isAdding && <NewRootCause onAdded={choose} onCancel={() => setAdding(false)} />}
    </>
  );
}
