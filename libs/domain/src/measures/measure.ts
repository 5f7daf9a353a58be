import type { Decimal } from '../numbers.js';
import type { StatusTotals } from '../status/availability.js';

/** A figure with what it was counted from; `actual` is null where there is no data, which is neither 0 nor 100. */
export interface MeasuredActual {
  readonly actual: Decimal | null;
  /** Whole milliseconds for measures of time. */
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Known share of the time in service, percent; null where there was none. */
  readonly coveragePercent: Decimal | null;
  /** Whether enough is known to score without a person's confirmation. */
  readonly isCoverageSufficient: boolean;
}

/** One definition of one measured figure. A changed definition is a new version beside the old one. */
export interface StatusMeasure {
  /** `name@version`. */
  readonly id: string;
  readonly unit: string;
  readonly isCount: boolean;
  /** Counts the figure from a system's totals over the period so far. */
  readonly count: (totals: StatusTotals) => MeasuredActual;
}
