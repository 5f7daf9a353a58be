import { timelyShareOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 故障响应及时率: answered in time ÷ all whose answer was due. */
export const responseTimelyRate: FaultMeasure = {
  id: 'response-timely-rate@1',
  unit: '%',
  isCount: false,
  count: (faults) => timelyShareOf(faults, ({ response }) => response),
};
