import { countOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 重大故障次数: by the rule or, where somebody has judged, by that person's word. */
export const majorFaultCount: FaultMeasure = {
  id: 'major-fault-count@1',
  unit: '次',
  isCount: true,
  count: (faults) => countOf(faults.filter(({ major }) => major.isMajor)),
};
