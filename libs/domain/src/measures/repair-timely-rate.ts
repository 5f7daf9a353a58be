import { timelyShareOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 故障处理及时率: repaired in time ÷ all whose repair was due. */
export const repairTimelyRate: FaultMeasure = {
  id: 'repair-timely-rate@1',
  unit: '%',
  isCount: false,
  count: (faults) => timelyShareOf(faults, ({ repair }) => repair),
};
