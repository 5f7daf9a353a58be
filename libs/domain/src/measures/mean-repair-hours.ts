import { meanHoursOf } from './count-faults.js';
import { recoveredAt } from '../faults/types.js';
import type { FaultMeasure } from './measure.js';

/** 平均修复时间: of the faults that are over, as the repair clock counted. */
export const meanRepairHours: FaultMeasure = {
  id: 'mean-repair-hours@1',
  unit: '小时',
  isCount: false,
  count: (faults) =>
    meanHoursOf(
      faults.filter(({ fault }) => recoveredAt(fault) !== null),
      ({ repair }) => repair,
    ),
};
