import { lengthMs } from '../time/interval.js';
import { ratio, type Ratio } from '../numbers.js';
import type { ClassifiedInterval } from './types.js';

/** Milliseconds of a period by class; together they are the period. The strict pair ignores maintenance. */
export interface StatusTotals {
  readonly upMs: number;
  readonly downMs: number;
  readonly unknownMs: number;
  readonly maintenanceMs: number;
  readonly outOfServiceMs: number;
  readonly strictUpMs: number;
  readonly strictDownMs: number;
}

const none: StatusTotals = {
  upMs: 0,
  downMs: 0,
  unknownMs: 0,
  maintenanceMs: 0,
  outOfServiceMs: 0,
  strictUpMs: 0,
  strictDownMs: 0,
};

/** Counts classified intervals. */
export function totalsOf(intervals: readonly ClassifiedInterval[]): StatusTotals {
  const totals = { ...none };
  for (const interval of intervals) {
    const ms = lengthMs(interval);
    if (interval.class === 'out-of-service') {
      totals.outOfServiceMs += ms;
      continue;
    }
    if (interval.class === 'maintenance') totals.maintenanceMs += ms;
    else if (interval.class === 'up') totals.upMs += ms;
    else if (interval.class === 'down') totals.downMs += ms;
    else totals.unknownMs += ms;
    if (interval.observation === 'up') totals.strictUpMs += ms;
    else if (interval.observation === 'down') totals.strictDownMs += ms;
  }
  return totals;
}

/** A fleet's totals: the sum of its members' milliseconds, never the mean of their percentages. */
export const sumTotals = (members: readonly StatusTotals[]): StatusTotals =>
  members.reduce(
    (sum, one) => ({
      upMs: sum.upMs + one.upMs,
      downMs: sum.downMs + one.downMs,
      unknownMs: sum.unknownMs + one.unknownMs,
      maintenanceMs: sum.maintenanceMs + one.maintenanceMs,
      outOfServiceMs: sum.outOfServiceMs + one.outOfServiceMs,
      strictUpMs: sum.strictUpMs + one.strictUpMs,
      strictDownMs: sum.strictDownMs + one.strictDownMs,
    }),
    none,
  );

/** The period less what the contract leaves out of service. */
export const inServiceMs = (totals: StatusTotals): number =>
  totals.upMs + totals.downMs + totals.unknownMs + totals.maintenanceMs;

/** up ÷ (up + down); no value where neither was seen. */
export const availability = ({ upMs, downMs }: StatusTotals): Ratio | null => ratio(upMs, upMs + downMs);

/** (up + down) ÷ (period − maintenance − out of service): how much of the time anything is known of. */
export const coverage = ({ upMs, downMs, unknownMs }: StatusTotals): Ratio | null =>
  ratio(upMs + downMs, upMs + downMs + unknownMs);

/** up ÷ (up + down + unknown): as if nothing had worked while nothing was known. */
export const pessimisticAvailability = ({ upMs, downMs, unknownMs }: StatusTotals): Ratio | null =>
  ratio(upMs, upMs + downMs + unknownMs);

/** Availability without the maintenance overlay. */
export const strictAvailability = ({ strictUpMs, strictDownMs }: StatusTotals): Ratio | null =>
  ratio(strictUpMs, strictUpMs + strictDownMs);

/** Below this coverage a figure is 数据不足 and is not scored automatically. */
export const sufficientCoveragePercent = 95;

/** Whether enough is known to score without a person's confirmation. No value is not enough either. */
export const isCoverageSufficient = (totals: StatusTotals): boolean =>
  coverage(totals)?.percent.gte(sufficientCoveragePercent) ?? false;
