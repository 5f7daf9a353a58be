import { countOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 故障次数: faults that started in the period. */
export const faultCount: FaultMeasure = {
  id: 'fault-count@1',
  unit: '次',
  isCount: true,
  count: countOf,
};
