import type { AvailabilityDay } from '@opsgauge/contract';
import { isCoverageLow } from '../format/figures.js';

export interface DayCell {
  date: string;
  /** `idle`: the contract asks for no service on that day. */
  kind: 'covered' | 'low' | 'idle';
  /** Height of the red part in per cent of the cell. */
  downPercent: number;
  hasMaintenance: boolean;
}

/** Below this height a short outage would not be seen. */
const leastVisiblePercent = 12;

/** How one day stands in the strip. */
export function dayCell(day: AvailabilityDay): DayCell {
  const counted = day.upMs + day.downMs;
  const expected = counted + day.unknownMs;
  const share = counted ? (day.downMs / counted) * 100 : 0;
  return {
    date: day.date,
    kind:
      expected === 0 && day.maintenanceMs === 0
        ? 'idle'
        : isCoverageLow(day.coveragePercent) && expected > 0
          ? 'low'
          : 'covered',
    downPercent: day.downMs > 0 ? Math.max(leastVisiblePercent, share) : 0,
    hasMaintenance: day.maintenanceMs > 0,
  };
}
