import { useTranslation } from 'react-i18next';
import { toApiError } from './api-error.js';

/** Codes that leave open what is wrong. */
const openCodes: readonly string[] = ['invalid_request', 'conflict'];

/** `name` of `components.0.name`. */
const lastName = (field: string): string => field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? field;

/**
 * What an error means to the reader, with what is in the way where the hub has said so. The hub writes English: its own
 * sentence stands on an English page only, where the code leaves open what is wrong; a Chinese page names the field.
 */
export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (thrown) => {
    const { code, message, field, uses } = toApiError(thrown);
    const text = t(`error.${code}`);
    if (uses.length) {
      const words = uses.map(({ kind, count }) => t(`uses.${kind}`, { value: count }));
      return t('uses.inTheWay', { error: text, value: words.join(t('uses.separator')) });
    }
    if (openCodes.includes(code) && i18n.language === 'en') return `${text} ${message}`;
    const name = lastName(field ?? '') as 'name';
    return code === 'invalid_request' && i18n.exists(`field.${name}`)
      ? t('fieldError.at', { field: t(`field.${name}`) })
      : text;
  };
}

/** The same for the input that it is about, which needs no name. */
export function useFieldErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const textOf = useErrorText();
  return (thrown) => {
    const { code, message, field } = toApiError(thrown);
    if (code !== 'invalid_request') return textOf(thrown);
    if (i18n.language !== 'en') return t('fieldError.here');
    return field && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  };
}
