import type { Interval } from '@opsgauge/domain';
import { ApplicationError } from '../errors/application-error.js';

const longestPeriodMs = 11 * 366 * 86_400_000;

/**
 * `from` and `to` of a query (ISO 8601) as a period.
 * @throws ApplicationError `period_invalid` when it is empty, reversed or longer than eleven years
 */
export function periodOf({ from, to }: { from: string; to: string }): Interval {
  const period = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (period.toMs <= period.fromMs) {
    throw new ApplicationError('period_invalid', 'to: must be after from', { field: 'to' });
  }
  if (period.toMs - period.fromMs > longestPeriodMs) {
    throw new ApplicationError('period_invalid', 'to: the period is longer than eleven years', {
      field: 'to',
    });
  }
  return period;
}
