import { Button, Drawer, Form } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../api/api-error.js';
import { useFieldErrorText } from '../api/use-error-text.js';
import { FormError } from './form-error.js';

interface FormDrawerProps<Values extends object> {
  title: string;
  isOpen: boolean;
  initialValues: Partial<Values>;
  /** Rejects with the hub's error, which is then shown at its field. */
  onSubmit: (values: Values) => Promise<unknown>;
  onClose: () => void;
  submitLabel?: string;
  size?: number;
  /** From the hub's name of an input to the form's, where they differ. */
  fieldOf?: (field: string) => string;
  children: ReactNode;
}

/** A form in a drawer. An error of the hub stands at the field it names, or above the form. */
export function FormDrawer<Values extends object>({
  title,
  isOpen,
  initialValues,
  onSubmit,
  onClose,
  submitLabel,
  size = 480,
  fieldOf = (field) => field,
  children,
}: FormDrawerProps<Values>) {
  const { t } = useTranslation();
  const textAtField = useFieldErrorText();
  const [form] = Form.useForm<Values>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (isOpen) setError(null);
  }, [isOpen]);
  const submit = async (values: Values) => {
    setBusy(true);
    setError(null);
    try {
      await onSubmit(values);
      onClose();
    } catch (thrown) {
      const { field } = toApiError(thrown);
      const path = field && fieldOf(field).split('.');
      if (path && form.getFieldInstance(path as never) !== undefined) {
        form.setFields([{ name: path as never, errors: [textAtField(thrown)] }]);
        form.scrollToField(path as never, { focus: true });
      } else setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={`min(${size}px, 100vw)`}
      title={title}
      destroyOnHidden
      maskClosable={false}
      footer={
        <div className="row form-actions">
          <Button type="primary" loading={isBusy} onClick={() => form.submit()}>
            {submitLabel ?? t('action.save')}
          </Button>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </div>
      }
    >
      {error !== null && <FormError error={error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={(values) => void submit(values)}
        scrollToFirstError={{ focus: true }}
        preserve={false}
        // The next opening begins with what is so then, not with what was so at this one.
        clearOnDestroy
      >
        {children}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  );
}
