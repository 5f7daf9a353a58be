import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../time/organisation.js';
import * as times from './times.js';

/** Times and durations as the page prints them: in the organisation's zone, in the chosen language. */
export function useFormats() {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  return useMemo(() => {
    const words = (parts: { unit: times.DurationUnit; value: number }[]) =>
      parts.map(({ unit, value }) => t(`duration.${unit}`, { value })).join(t('duration.separator'));
    return {
      timeZone,
      dateTime: (moment: times.Moment) => times.dateTime(moment, timeZone),
      dateTimeSeconds: (moment: times.Moment) => times.dateTimeSeconds(moment, timeZone),
      dateTimeMilliseconds: (moment: times.Moment) => times.dateTimeMilliseconds(moment, timeZone),
      shortDateTimeMilliseconds: (moment: times.Moment) =>
        times.dateTimeMilliseconds(moment, timeZone).slice(5),
      shortDateTime: (moment: times.Moment) => times.shortDateTime(moment, timeZone),
      clockTime: (moment: times.Moment) => times.clockTime(moment, timeZone),
      date: (moment: times.Moment) => times.date(moment, timeZone),
      lastDateBefore: (moment: times.Moment) => times.lastDateBefore(moment, timeZone),
      duration: (ms: number) => words(times.durationParts(ms)),
      exactDuration: (ms: number) => words(times.exactDurationParts(ms)),
      ago: (moment: times.Moment, now: number) => {
        const { unit, value } = times.agoParts(moment, now);
        return t(`ago.${unit}`, { value });
      },
    };
  }, [t, timeZone]);
}
