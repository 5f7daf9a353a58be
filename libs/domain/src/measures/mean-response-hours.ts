import { meanHoursOf } from './count-faults.js';
import type { FaultMeasure } from './measure.js';

/** 平均响应时间: of the faults that somebody answered; what went away by itself has no answer to time. */
export const meanResponseHours: FaultMeasure = {
  id: 'mean-response-hours@1',
  unit: '小时',
  isCount: false,
  count: (faults) =>
    meanHoursOf(
      faults.filter(({ fault }) => fault.respondedMs !== null),
      ({ response }) => response,
    ),
};
