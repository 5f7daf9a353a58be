import { holds, type ThresholdRule } from './rule.js';
import type { Signal } from './signal.js';

/** How far a rule's condition has come on one subject. None is kept where nothing is wrong. */
export interface Condition {
  /** When it began to hold. */
  readonly sinceMs: number;
  /** When it was last seen to hold. */
  readonly heldAtMs: number;
  /** When it was first seen over, since it last held; null while it holds. */
  readonly overSinceMs: number | null;
  /** It has held long enough to be a fault. */
  readonly isFiring: boolean;
  /** The number it was last seen at. */
  readonly value: number;
}

/** What a reading made of a condition. */
export interface ConditionStep {
  /** Null: there is none (any more). */
  readonly condition: Condition | null;
  /** It became a fault, which started then. */
  readonly beganAtMs?: number;
  /** The fault is over, since then. With a condition beside it, that one is a new one. */
  readonly endedAtMs?: number;
}

/**
 * Takes one more reading into a rule's condition on a subject. Readings come in the order of their moments; one that is
 * not newer than the last changes nothing. Where none comes a condition stays as it is: silence is another rule's fault.
 */
export function stepCondition(rule: ThresholdRule, before: Condition | null, signal: Signal): ConditionStep {
  if (before && signal.atMs <= lastSeenMs(before)) return { condition: before };
  return holds(rule, signal.value) ? hold(rule, before, signal) : release(rule, before, signal);
}

function hold(
  rule: ThresholdRule,
  before: Condition | null,
  { value, atMs, vouchedMs }: Signal,
): ConditionStep {
  const endedAtMs = endOf(rule, before, atMs);
  const isContinued =
    before !== null &&
    endedAtMs === null &&
    (before.isFiring || (before.overSinceMs === null && atMs - before.heldAtMs <= vouchedMs));
  const sinceMs = isContinued ? before.sinceMs : atMs;
  const wasFiring = isContinued && before.isFiring;
  const isFiring = wasFiring || atMs - sinceMs >= rule.forMs;
  return {
    condition: { sinceMs, heldAtMs: atMs, overSinceMs: null, isFiring, value },
    ...(isFiring && !wasFiring ? { beganAtMs: sinceMs } : {}),
    ...(endedAtMs === null ? {} : { endedAtMs }),
  };
}

function release(rule: ThresholdRule, before: Condition | null, { value, atMs }: Signal): ConditionStep {
  if (!before?.isFiring) return { condition: null };
  const overSinceMs = before.overSinceMs ?? atMs;
  return atMs - overSinceMs >= rule.keepFiringForMs
    ? { condition: null, endedAtMs: overSinceMs }
    : { condition: { ...before, overSinceMs, value } };
}

/** Since when a fault was over that nobody looked at for too long, before its number was bad again; null where it was not. */
const endOf = ({ keepFiringForMs }: ThresholdRule, before: Condition | null, atMs: number): number | null =>
  before?.isFiring && before.overSinceMs !== null && atMs - before.overSinceMs > keepFiringForMs
    ? before.overSinceMs
    : null;

const lastSeenMs = ({ heldAtMs, overSinceMs }: Condition): number =>
  Math.max(heldAtMs, overSinceMs ?? heldAtMs);
