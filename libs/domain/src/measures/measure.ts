import type { JudgedFault } from '../faults/judge-faults.js';
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

/** A figure counted from faults, with the faults it was counted from. */
export interface FaultActual extends MeasuredActual {
  /** Those in the denominator; of a count, those counted. */
  readonly evidenceFaultIds: readonly string[];
  /** Why there is no value; null where there is one. `noFaults` (本期无故障): nothing to count it from. */
  readonly noValueReason: 'noFaults' | null;
}

/** One definition of one figure counted from the faults of a period (`faultsOfPeriod`). */
export interface FaultMeasure {
  /** `name@version`. */
  readonly id: string;
  readonly unit: string;
  readonly isCount: boolean;
  readonly count: (faults: readonly JudgedFault[]) => FaultActual;
}
