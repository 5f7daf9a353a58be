import type { FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError, type ApiErrorCode } from '../api/api-error.js';

/**
 * Puts an error of the hub at the input it is about: the one it names, or the one `fieldOfCode` knows for its code.
 * Errors about no input of the form stay with the form.
 */
export function useFieldErrors<Values>(
  form: FormInstance<Values>,
  fieldOfCode: Partial<Record<ApiErrorCode, string>> = {},
): (error: unknown) => void {
  const { t } = useTranslation();
  return (thrown) => {
    const { code, field, message } = toApiError(thrown);
    const name = fieldOfCode[code] ?? field;
    if (!name || form.getFieldInstance(name as never) === undefined) return;
    const words = code === 'invalid_request' ? message : t(`error.${code}`);
    form.setFields([{ name: name as never, errors: [words] }]);
  };
}
