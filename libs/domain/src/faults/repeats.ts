import { DateTime } from 'luxon';
import { isCounted, recoveredAt, startOf, type Fault } from './types.js';

/** A fault with what it befell. */
export interface FaultOfSystem {
  readonly id: string;
  readonly systemId: string;
  /** Null: the system as a whole. */
  readonly componentId: string | null;
  readonly fault: Fault;
}

/**
 * The earlier fault that this one repeats: of the same system and component, with the same root cause, and over at most
 * `days` days before this one starts, across a month's edge too. Days are those of the calendar in `timeZone`.
 *
 * @param others in any order; itself among them is no matter. Excluded and merged ones count for nothing
 * @returns the one that was over last; null where it repeats none, or its cause is not known yet
 */
export function repeatedFault<T extends FaultOfSystem>(
  one: FaultOfSystem,
  others: readonly T[],
  days: number,
  timeZone: string,
): T | null {
  const { rootCauseCode } = one.fault;
  if (rootCauseCode === null || !isCounted(one.fault)) return null;
  const startMs = startOf(one.fault);
  // Only the one that was over last has to be looked up in the calendar: if it is too long ago, so are the others.
  let last: T | null = null;
  let lastMs = -Infinity;
  for (const other of others) {
    const { id, systemId, componentId, fault } = other;
    const recoveredMs = recoveredAt(fault);
    if (
      recoveredMs !== null &&
      recoveredMs > lastMs &&
      recoveredMs <= startMs &&
      fault.rootCauseCode === rootCauseCode &&
      systemId === one.systemId &&
      componentId === one.componentId &&
      id !== one.id &&
      isCounted(fault)
    ) {
      last = other;
      lastMs = recoveredMs;
    }
  }
  return last && startMs <= daysAfter(lastMs, days, timeZone) ? last : null;
}

const daysAfter = (instantMs: number, days: number, timeZone: string): number =>
  DateTime.fromMillis(instantMs, { zone: timeZone }).plus({ days }).toMillis();
