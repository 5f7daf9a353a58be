import type { FaultSeverity } from '../faults/types.js';
import type { SignalName } from './signal.js';

export type Comparison = 'atLeast' | 'atMost' | 'above' | 'below';

/** When a number is so bad, and for how long, that it is a fault. */
export interface ThresholdRule {
  readonly signal: SignalName;
  readonly comparison: Comparison;
  readonly threshold: number;
  /** It has to hold this long before it counts; the fault then starts when it began to hold. */
  readonly forMs: number;
  /** It has to be over this long before it is; the fault then ended when it was over. */
  readonly keepFiringForMs: number;
  readonly severity: FaultSeverity;
}

/** Whether a number is on the bad side of a rule's threshold. */
export function holds({ comparison, threshold }: ThresholdRule, value: number): boolean {
  switch (comparison) {
    case 'atLeast':
      return value >= threshold;
    case 'atMost':
      return value <= threshold;
    case 'above':
      return value > threshold;
    case 'below':
      return value < threshold;
  }
}
