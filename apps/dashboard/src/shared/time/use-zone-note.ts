import { useTranslation } from 'react-i18next';
import { useTimeZone } from './organisation.js';

/** Says beside a field by which clocks its times are read, in the name that people have for them. */
export function useZoneNote(): string {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  return timeZone === 'Asia/Shanghai' ? t('form.beijingTime') : t('form.zone', { value: timeZone });
}
