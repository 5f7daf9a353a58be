import { useTranslation } from 'react-i18next';
import { ruleParts, type RuleParts, type WeekdayCode } from './recurrence-rule.js';

const names = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
} as const satisfies Record<WeekdayCode, string>;

/** The name of a day of the week. */
export function useWeekdayName() {
  const { t } = useTranslation();
  return (code: WeekdayCode) => t(`weekday.${names[code]}`);
}

/** A rule in words. */
export function useRuleText() {
  const { t } = useTranslation();
  const nameOf = useWeekdayName();
  const dayText = ({ nth, code }: RuleParts['days'][number]) => {
    if (nth === null) return nameOf(code);
    return nth < 0
      ? t('recurrence.lastWeekday', { day: nameOf(code) })
      : t('recurrence.nthWeekday', { value: nth, day: nameOf(code) });
  };
  return (rule: string): string => {
    const parts = ruleParts(rule);
    if (!parts) return rule;
    const { frequency, interval, days, monthDays, count, until } = parts;
    return [
      interval === 1 ? t(`recurrence.${frequency}`) : t(`recurrence.every${frequency}`, { value: interval }),
      ...(days.length > 0 ? [days.map(dayText).join(t('serviceHours.separator'))] : []),
      ...monthDays.map((value) => t('recurrence.monthDay', { value })),
      ...(count === null ? [] : [t('recurrence.times', { value: count })]),
      ...(until === null ? [] : [t('recurrence.untilDate', { value: until })]),
    ].join(t('recurrence.separator'));
  };
}
