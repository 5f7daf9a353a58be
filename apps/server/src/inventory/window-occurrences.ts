import { occurrencesOf, remainingOccurrences, type Interval } from '@opsgauge/domain';
import type { MaintenanceWindow } from './maintenance-window.entity.js';

/** The times of a window's row: its one, or all those of its rule that were not called off. */
export function windowOccurrences(
  { fromAt, toAt, recurrence, firstToAt, cancelledAt }: MaintenanceWindow,
  timeZone: string,
): Interval[] {
  const bounds = { fromMs: fromAt.getTime(), toMs: toAt.getTime() };
  if (recurrence === null || firstToAt === null) return [bounds];
  const first = { fromMs: bounds.fromMs, toMs: firstToAt.getTime() };
  return remainingOccurrences(occurrencesOf({ first, rule: recurrence }, timeZone), {
    cancelledMs: cancelledAt.map((at) => at.getTime()),
    bounds,
  });
}
