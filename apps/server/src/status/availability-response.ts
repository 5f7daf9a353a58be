import type {
  AvailabilityDay,
  AvailabilityDaysResponse,
  AvailabilityResponse,
  StatusInterval,
} from '@opsgauge/contract';
import {
  apiDecimals,
  availability,
  clipAll,
  coverage,
  floored,
  hoursOf,
  overlapping,
  percentText,
  pessimisticAvailability,
  strictAvailability,
  totalsOf,
  type CalendarDay,
  type ClassifiedInterval,
  type StatusTotals,
} from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import type { StatusOverPeriod } from './availability.service.js';

/** A status over a period as the API tells it. */
export const availabilityResponse = ({ period, intervals }: StatusOverPeriod): AvailabilityResponse => ({
  ...figures({ period, intervals }),
  intervals: intervals.map(intervalResponse),
});

/** The figures without the intervals they were counted from. */
export function figures({ period, intervals }: StatusOverPeriod): Omit<AvailabilityResponse, 'intervals'> {
  const totals = totalsOf(intervals);
  return {
    from: instantText(period.fromMs),
    to: instantText(period.toMs),
    ...milliseconds(totals),
    availabilityPercent: percentText(availability(totals)),
    coveragePercent: percentText(coverage(totals)),
    pessimisticPercent: percentText(pessimisticAvailability(totals)),
    strictPercent: percentText(strictAvailability(totals)),
    upHours: floored(hoursOf(totals.upMs), apiDecimals),
  };
}

/** A status day by day, and as a whole. */
export const daysResponse = (
  days: readonly CalendarDay[],
  status: StatusOverPeriod,
): AvailabilityDaysResponse => ({
  items: days.map((day) => dayResponse(day, status.intervals)),
  total: figures(status),
});

/** One day of a longer status. */
function dayResponse(day: CalendarDay, intervals: readonly ClassifiedInterval[]): AvailabilityDay {
  const totals = totalsOf(clipAll(overlapping(intervals, day), day));
  return {
    date: day.date,
    ...milliseconds(totals),
    availabilityPercent: percentText(availability(totals)),
    coveragePercent: percentText(coverage(totals)),
  };
}

const milliseconds = ({ upMs, downMs, unknownMs, maintenanceMs, outOfServiceMs }: StatusTotals) => ({
  upMs,
  downMs,
  unknownMs,
  maintenanceMs,
  outOfServiceMs,
});

const intervalResponse = (interval: ClassifiedInterval): StatusInterval => ({
  from: instantText(interval.fromMs),
  to: instantText(interval.toMs),
  class: interval.class,
  observation: interval.observation,
  evidence: interval.evidence,
  isUnreachable: interval.isUnreachable,
});
