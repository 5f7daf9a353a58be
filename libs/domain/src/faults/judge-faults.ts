import { holdsInstant, type Interval } from '../time/interval.js';
import { repairClock, responseClock, type ClockReading } from './clocks.js';
import { flapCount } from './conditions.js';
import { judgeMajor, type MajorJudgement } from './major.js';
import { repeatedFault, type FaultOfSystem } from './repeats.js';
import type { FaultTerms } from './terms.js';
import { isCounted, startOf, type Fault } from './types.js';

/** A fault with the terms of the contract it falls under. */
export interface FaultUnderTerms extends FaultOfSystem {
  readonly terms: FaultTerms;
}

/** A fault with everything that the definitions say of it. */
export interface JudgedFault {
  readonly id: string;
  readonly fault: Fault;
  readonly response: ClockReading;
  readonly repair: ClockReading;
  readonly major: MajorJudgement;
  readonly repeatedFaultId: string | null;
  /** 0: it does not flap. */
  readonly flapCount: number;
}

/** @param others among which the one it repeats is looked for */
export const judgeFault = (
  one: FaultUnderTerms,
  others: readonly FaultOfSystem[],
  nowMs: number,
): JudgedFault => ({
  id: one.id,
  fault: one.fault,
  response: responseClock(one.fault, one.terms, nowMs),
  repair: repairClock(one.fault, one.terms, nowMs),
  major: judgeMajor(one.fault, one.terms, nowMs),
  repeatedFaultId: repeatedFault(one, others, one.terms.repeatDays, one.terms.timeZone)?.id ?? null,
  flapCount: flapCount(one.fault.spells),
});

/**
 * The faults that a period's measures count: those that start in it and are neither excluded nor part of another.
 *
 * @param faults as they stood at `nowMs` (`faultAsOf`), with those of the time before that they may repeat
 */
export const faultsOfPeriod = (
  faults: readonly FaultUnderTerms[],
  period: Interval,
  nowMs: number,
): JudgedFault[] =>
  faults
    .filter(({ fault }) => isCounted(fault) && holdsInstant(period, startOf(fault)))
    .map((one) => judgeFault(one, faults, nowMs));
