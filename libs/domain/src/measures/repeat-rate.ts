import { shareOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 故障重复率: repeats ÷ faults. */
export const repeatRate: FaultMeasure = {
  id: 'repeat-rate@1',
  unit: '%',
  isCount: false,
  count: (faults) => shareOf(faults, ({ repeatedFaultId }) => repeatedFaultId !== null),
};
