import type { ServiceCalendar } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { datesText } from './date-list.js';
import { weekdays } from '../../shared/time/weekdays.js';
import { weekdayRuns } from './calendar-values.js';

/** When a contract has its vendor at work: 7×24, or days and hours with the dates that differ. */
export function ServiceHours({ calendar }: { calendar: ServiceCalendar | null }) {
  const { t } = useTranslation();
  if (!calendar) return <span>{t('serviceHours.always')}</span>;
  const { workingDays, fromTime, toTime, holidays, extraWorkingDays } = calendar;
  const word = (day: number) => t(`weekday.${weekdays[day - 1]!}`);
  const days = weekdayRuns(workingDays).map(([first, last]) =>
    first === last ? word(first) : t('serviceHours.days', { first: word(first), last: word(last) }),
  );
  const marked = (key: 'holidayCount' | 'extraCount', dates: readonly string[]) =>
    dates.length > 0 && (
      <span className="tag outlined" title={datesText(dates)}>
        {t(`serviceHours.${key}`, { value: dates.length })}
      </span>
    );
  return (
    <span className="names">
      <span>
        {workingDays.length === 7 ? t('serviceHours.everyDay') : days.join(t('serviceHours.separator'))}{' '}
        {fromTime}–{toTime}
      </span>
      {marked('holidayCount', holidays)}
      {marked('extraCount', extraWorkingDays)}
    </span>
  );
}
