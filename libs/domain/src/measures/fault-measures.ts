import { faultCount } from './fault-count.js';
import { majorFaultCount } from './major-fault-count.js';
import { meanRepairHours } from './mean-repair-hours.js';
import { meanResponseHours } from './mean-response-hours.js';
import type { FaultMeasure } from './measure.js';
import { repairTimelyRate } from './repair-timely-rate.js';
import { repeatRate } from './repeat-rate.js';
import { responseTimelyRate } from './response-timely-rate.js';

/** What is counted from faults, each by its definition. */
export const faultMeasures = {
  faultCount,
  majorFaultCount,
  responseTimelyRate,
  repairTimelyRate,
  meanResponseHours,
  meanRepairHours,
  repeatRate,
} as const satisfies Record<string, FaultMeasure>;
export type FaultMeasureKey = keyof typeof faultMeasures;
