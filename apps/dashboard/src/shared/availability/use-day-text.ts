import type { AvailabilityDay } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { percent } from '../format/figures.js';
import { useFormats } from '../format/use-formats.js';

/** What is said of a day, part by part. */
export function useDayText() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (day: AvailabilityDay): string[] =>
    [
      day.date,
      `${t('overview.availability')} ${day.availabilityPercent === null ? t('state.noData') : percent(day.availabilityPercent)}`,
      `${t('column.coverage')} ${percent(day.coveragePercent, 1)}`,
      day.downMs > 0 && `${t('status.down')} ${formats.duration(day.downMs)}`,
      day.maintenanceMs > 0 && `${t('status.maintenance')} ${formats.duration(day.maintenanceMs)}`,
    ].filter((part) => part !== false);
}
