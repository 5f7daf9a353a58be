import type { FormInstance } from 'antd';
import { toApiError, type ApiErrorCode } from '../api/api-error.js';
import { useFieldErrorText } from '../api/use-error-text.js';

/**
 * Puts an error of the hub at the input it is about: the one it names, or the one `fieldOfCode` knows for its code.
 * Errors about no input of the form stay with the form.
 */
export function useFieldErrors<Values>(
  form: FormInstance<Values>,
  fieldOfCode: Partial<Record<ApiErrorCode, string>> = {},
): (error: unknown) => void {
  const textAtField = useFieldErrorText();
  return (thrown) => {
    const { code, field } = toApiError(thrown);
    const name = fieldOfCode[code] ?? field;
    if (!name || form.getFieldInstance(name as never) === undefined) return;
    form.setFields([{ name: name as never, errors: [textAtField(thrown)] }]);
  };
}
