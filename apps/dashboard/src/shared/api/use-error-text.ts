import { useTranslation } from 'react-i18next';
import { toApiError } from './api-error.js';

/** What an error means to the reader, with what is in the way where the hub has said so. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (thrown) => {
    const { code, uses } = toApiError(thrown);
    const words = uses.map(({ kind, count }) => t(`uses.${kind}`, { value: count }));
    const text = t(`error.${code}`);
    return words.length ? t('uses.inTheWay', { error: text, value: words.join(t('uses.separator')) }) : text;
  };
}
