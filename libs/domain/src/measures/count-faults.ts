import { isOnTime, type ClockReading } from '../faults/clocks.js';
import type { JudgedFault } from '../faults/judge-faults.js';
import { Decimal, ratio } from '../numbers.js';
import { hourMs } from '../time/durations.js';
import type { FaultActual } from './measure.js';

/** Faults are events: no share of time is unknown of them, so that coverage says nothing here. */
const complete = { coveragePercent: null, isCoverageSufficient: true } as const;

const idsOf = (faults: readonly JudgedFault[]): string[] => faults.map(({ id }) => id);

/** How many; none is 0, which is a value. */
export const countOf = (counted: readonly JudgedFault[]): FaultActual => ({
  ...complete,
  actual: new Decimal(counted.length),
  numerator: new Decimal(counted.length),
  denominator: new Decimal(1),
  evidenceFaultIds: idsOf(counted),
  noValueReason: null,
});

/** The share of `all` that `isMeant`, in percent; no value where there are none. */
export function shareOf(all: readonly JudgedFault[], isMeant: (fault: JudgedFault) => boolean): FaultActual {
  const numerator = new Decimal(all.filter(isMeant).length);
  const actual = ratio(numerator, all.length)?.percent ?? null;
  return of(actual, numerator, all);
}

/** On time ÷ all due by one of the clocks; what is open and not yet due is in neither. */
export const timelyShareOf = (
  faults: readonly JudgedFault[],
  clock: (fault: JudgedFault) => ClockReading,
): FaultActual =>
  shareOf(
    faults.filter((fault) => isOnTime(clock(fault)) !== null),
    (fault) => isOnTime(clock(fault)) === true,
  );

/** The mean running time of one of the clocks in hours; no value without a fault. */
export function meanHoursOf(
  faults: readonly JudgedFault[],
  clock: (fault: JudgedFault) => ClockReading,
): FaultActual {
  const sumMs = faults.reduce((sum, fault) => sum.plus(clock(fault).elapsedMs), new Decimal(0));
  return of(faults.length === 0 ? null : sumMs.div(hourMs * faults.length), sumMs, faults);
}

const of = (actual: Decimal | null, numerator: Decimal, over: readonly JudgedFault[]): FaultActual => ({
  ...complete,
  actual,
  numerator,
  denominator: new Decimal(over.length),
  evidenceFaultIds: idsOf(over),
  noValueReason: actual === null ? 'noFaults' : null,
});
