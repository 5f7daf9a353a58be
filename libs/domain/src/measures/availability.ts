import { Decimal } from '../numbers.js';
import { availability, coverage, isCoverageSufficient } from '../status/availability.js';
import type { StatusMeasure } from './measure.js';

/** 系统正常运行率: up ÷ (up + down); maintenance and what is unknown are in neither, coverage tells of the latter. */
export const availabilityMeasure: StatusMeasure = {
  id: 'availability@1',
  unit: '%',
  isCount: false,
  count: (totals) => ({
    actual: availability(totals)?.percent ?? null,
    numerator: new Decimal(totals.upMs),
    denominator: new Decimal(totals.upMs + totals.downMs),
    coveragePercent: coverage(totals)?.percent ?? null,
    isCoverageSufficient: isCoverageSufficient(totals),
  }),
};
