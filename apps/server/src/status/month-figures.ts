import type { AvailabilityMonth } from '@opsgauge/contract';
import {
  availability,
  capAt,
  clipAll,
  isCoverageSufficient,
  overlapping,
  totalsOf,
  type ClassifiedInterval,
  type Interval,
} from '@opsgauge/domain';
import type { Contract } from '../inventory/contract.entity.js';
import type { StatusOverPeriod } from './availability.service.js';
import { figures } from './availability-response.js';

/**
 * A status month by month, each against what was promised for it.
 * @param contracts by the start of service
 */
export const monthFigures = (
  months: ReadonlyMap<string, Interval>,
  { period, intervals }: StatusOverPeriod,
  contracts: readonly Contract[],
): AvailabilityMonth[] =>
  [...months].map(([month, span]) => {
    const ofMonth = clipAll(overlapping(intervals, span), span);
    const targetPercentMin = promisedIn(span, contracts);
    return {
      month,
      ...figures({ period: capAt(span, period.toMs), intervals: ofMonth }),
      targetPercentMin,
      isTargetMet: targetPercentMin === null ? null : isMet(ofMonth, targetPercentMin),
    };
  });

function promisedIn({ fromMs, toMs }: Interval, contracts: readonly Contract[]): string | null {
  const inForce = contracts.filter(
    ({ serviceFrom, serviceTo }) =>
      serviceFrom.getTime() < toMs && (serviceTo === null || serviceTo.getTime() > fromMs),
  );
  return inForce.at(-1)?.promises?.availabilityPercentMin ?? null;
}

/** Null where too little is known for a score: a promise that nobody can judge is not broken. */
function isMet(intervals: readonly ClassifiedInterval[], targetPercentMin: string): boolean | null {
  const totals = totalsOf(intervals);
  if (!isCoverageSufficient(totals)) return null;
  return availability(totals)?.percent.gte(targetPercentMin) ?? null;
}
