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
  const isRepeated = ({ id, systemId, componentId, fault }: T) => {
    const recoveredMs = recoveredAt(fault);
    return (
      id !== one.id &&
      systemId === one.systemId &&
      componentId === one.componentId &&
      fault.rootCauseCode === rootCauseCode &&
      isCounted(fault) &&
      recoveredMs !== null &&
      recoveredMs <= startMs &&
      startMs <= daysAfter(recoveredMs, days, timeZone)
    );
  };
  const candidates = others.filter(isRepeated);
  return candidates.sort((a, b) => recoveredAt(b.fault)! - recoveredAt(a.fault)!)[0] ?? null;
}

const daysAfter = (instantMs: number, days: number, timeZone: string): number =>
  DateTime.fromMillis(instantMs, { zone: timeZone }).plus({ days }).toMillis();
