import { minuteMs } from '../time/durations.js';
import type { ChangeKind } from './notice.js';

/** Faults that begin within it of each other are told in one message. */
export const groupingMs = 15_000;
/** A recovery is told once it has lasted this long. */
export const steadyMs = 90_000;
/** Having told of more than one change within it, a recovery is told only once it has lasted this long. */
export const flappingMs = 30 * minuteMs;

/** A change that one receiver was told of, or is to be told of at `dueMs`. */
export interface KnownChange {
  readonly kind: ChangeKind;
  readonly dueMs: number;
  readonly isTold: boolean;
}

export interface ChangePlan {
  /** The kinds of waiting changes that nobody needs to be told of any more. */
  readonly withdrawn: readonly ChangeKind[];
  /** When to tell of this one; null: what the receiver believes is right. */
  readonly dueMs: number | null;
  /** When to tell of it if the maintenance that silences it ends earlier; null: none silences it. */
  readonly unsilencedDueMs: number | null;
}

const noMessage = { dueMs: null, unsilencedDueMs: null };
const leaveIt: ChangePlan = { withdrawn: [], ...noMessage };
const opening: readonly ChangeKind[] = ['began', 'reopened'];
const isOpening = ({ kind }: KnownChange): boolean => kind !== 'recovered';

/**
 * When one receiver is told that a fault began, recovered or is back. He is told where what he believes is wrong, and
 * so that a fault that comes and goes is told three times at the most in half an hour: it began, it recovered, it is
 * back; then nothing until it has kept still.
 *
 * @param history of this fault and this receiver, in order, without what was withdrawn
 * @param silencedUntilMs end of the maintenance that goes on; null: none does
 */
export function planChange(
  kind: ChangeKind,
  history: readonly KnownChange[],
  nowMs: number,
  silencedUntilMs: number | null,
): ChangePlan {
  const told = history.filter(({ isTold }) => isTold);
  const waiting = history.filter(({ isTold }) => !isTold);
  const believesOpen = told.length > 0 && isOpening(told.at(-1)!);
  const after = (ms: number) => ({
    withdrawn: [],
    dueMs: Math.max(nowMs + ms, silencedUntilMs ?? nowMs),
    unsilencedDueMs: silencedUntilMs !== null && silencedUntilMs > nowMs + ms ? nowMs + ms : null,
  });

  if (kind !== 'recovered') {
    if (waiting.some((one) => !isOpening(one))) return { withdrawn: ['recovered'], ...noMessage };
    const isKnown = believesOpen || waiting.length > 0;
    return isKnown ? leaveIt : after(groupingMs);
  }
  const toBeTold = waiting.find(isOpening);
  // Silenced by maintenance, and over before it is: nobody needs to hear of either.
  if (toBeTold && toBeTold.dueMs > nowMs + groupingMs) return { withdrawn: opening, ...noMessage };
  if (!toBeTold && !believesOpen) return leaveIt;
  if (waiting.some((one) => !isOpening(one))) return leaveIt;
  const soon = after(steadyMs);
  const recent = history.filter(({ dueMs }) => dueMs > soon.dueMs - flappingMs).length;
  return recent > 1 ? after(flappingMs) : soon;
}
