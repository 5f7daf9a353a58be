import { Decimal, ratio } from '../numbers.js';
import { durationPercentile, type DurationCounts } from '../probes/durations.js';
import { sufficientCoveragePercent } from '../status/availability.js';
import type { MeasuredActual } from './measure.js';

/** What the response time of a system is counted from: its HTTP probes within its service hours. */
export interface ResponseTimeFacts {
  /** Of every attempt that was answered in full or given up for its slowness. */
  readonly durations: DurationCounts;
  /** How much of the service hours any of its probes knows of. */
  readonly knownMs: number;
  readonly serviceMs: number;
}

/** One definition of a response time. */
export interface ResponseTimeMeasure {
  /** `name@version`. */
  readonly id: string;
  readonly unit: string;
  readonly isCount: boolean;
  readonly count: (facts: ResponseTimeFacts) => MeasuredActual;
}

const share = 0.95;

/**
 * 系统反应时间: p95 of the full-body time of a system's HTTP probes in its service hours, in seconds. An attempt that
 * timed out counts with the time it was given: it was no faster. `numerator` of `denominator` took no longer.
 */
export const responseTimeP95: ResponseTimeMeasure = {
  id: 'response-time-p95@1',
  unit: 's',
  isCount: false,
  count: ({ durations, knownMs, serviceMs }) => {
    const found = durationPercentile(durations, share);
    const coveragePercent = ratio(knownMs, serviceMs)?.percent ?? null;
    return {
      actual: found && new Decimal(found.ms).div(1000),
      numerator: new Decimal(found?.atMost ?? 0),
      denominator: new Decimal(found?.count ?? 0),
      coveragePercent,
      isCoverageSufficient: coveragePercent?.gte(sufficientCoveragePercent) ?? false,
    };
  },
};
