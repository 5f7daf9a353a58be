import { hourMs, minuteMs } from '../time/durations.js';
import { recoveredAt, startOf, type Fault, type FaultSpell } from './types.js';

/** What comes back so soon, this moment included, is the same fault. */
const reopenedWithinMs = hourMs;

/** The last moment at which what comes back is still the fault that was over at `recoveredMs`. */
export const reopenedUntilMs = (recoveredMs: number): number => recoveredMs + reopenedWithinMs;

/** Whether what begins then is the fault that was over at `recoveredMs`, come back. */
export const isReopening = (recoveredMs: number, startMs: number): boolean =>
  startMs <= reopenedUntilMs(recoveredMs);

/** So many changes in so long, edges included, is one flapping fault. */
const flappingChanges = 4;
const flappingWithinMs = 30 * minuteMs;

/**
 * How often a flapping fault changed (began, was over, came back): all its changes where at least 4 of them lie within
 * 30 minutes, else 0.
 */
export function flapCount(spells: readonly FaultSpell[]): number {
  const changes = spells.flatMap(({ fromMs, toMs }) => (toMs === null ? [fromMs] : [fromMs, toMs]));
  const isFlapping = changes.some(
    (firstMs, index) => (changes[index + flappingChanges - 1] ?? Infinity) - firstMs <= flappingWithinMs,
  );
  return isFlapping ? changes.length : 0;
}

/** What the beginning of a condition means for its last fault. */
export type BeginningMeans = 'begin' | 'reopen' | 'known';

/**
 * One condition has one open fault at most, and one that comes back within the hour is the same.
 * @param last the condition's latest fault; null: it never had one
 */
export function beginningMeans(last: Fault | null, startMs: number): BeginningMeans {
  if (last === null || last.mergedIntoFaultId !== null) return 'begin';
  const recoveredMs = recoveredAt(last);
  if (recoveredMs === null) return 'known';
  // Evidence of an earlier time came late: what was over before the fault began is none of its time.
  if (startMs < startOf(last)) return 'begin';
  return isReopening(recoveredMs, startMs) ? 'reopen' : 'begin';
}
