import { Decimal, hoursOf } from '../numbers.js';
import { coverage, inServiceMs, isCoverageSufficient } from '../status/availability.js';
import type { StatusMeasure } from './measure.js';

/** 系统正常运行时间: hours in which the system was up; beside it the hours of the period so far that were in service. */
export const upHours: StatusMeasure = {
  id: 'up-hours@1',
  unit: '小时',
  isCount: false,
  count: (totals) => ({
    actual: inServiceMs(totals) === 0 ? null : hoursOf(totals.upMs),
    numerator: new Decimal(totals.upMs),
    denominator: new Decimal(inServiceMs(totals)),
    coveragePercent: coverage(totals)?.percent ?? null,
    isCoverageSufficient: isCoverageSufficient(totals),
  }),
};
