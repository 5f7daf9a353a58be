import { minuteMs } from '../time/durations.js';
import type { IncomingAlert, KnownAlert } from './alert.js';

/**
 * `begins`: wrong since `startMs`; `goesOn`: still wrong; `ends`: over since `endMs`; `wasOver`: over before anything
 * was known of it, which is no fault; `nothing`: old, or told before.
 */
export type AlertMeans =
  | { readonly kind: 'begins' | 'goesOn'; readonly startMs: number }
  | { readonly kind: 'ends'; readonly endMs: number }
  | { readonly kind: 'wasOver' | 'nothing' };

/** A monitor sends what was not answered again, for minutes; what comes later than that is said anew. */
export const replayedWithinMs = 10 * minuteMs;

/**
 * What an alert says beside what is known of it. Told twice, or out of order, it says nothing new.
 * @param known null: nothing yet
 * @param nowMs when it came; neither a beginning nor an end lies ahead of it
 */
export function alertMeans(alert: IncomingAlert, known: KnownAlert | null, nowMs: number): AlertMeans {
  return alert.isFiring ? firingMeans(alert, known, nowMs) : resolvedMeans(alert, known, nowMs);
}

function firingMeans(
  { episode, startedAtMs }: IncomingAlert,
  known: KnownAlert | null,
  nowMs: number,
): AlertMeans {
  const startMs = Math.min(startedAtMs, nowMs);
  if (known === null) return { kind: 'begins', startMs };
  if (known.endedAtMs === null) return { kind: 'goesOn', startMs };
  const isLater = episode !== known.episode && startedAtMs > known.startedAtMs;
  if (isLater) return { kind: 'begins', startMs: Math.max(startMs, Math.min(known.endedAtMs, nowMs)) };
  // The monitor took it for over and thinks otherwise now: since when is not known.
  const isSaidAnew = episode === known.episode && nowMs - known.lastReceivedAtMs > replayedWithinMs;
  return isSaidAnew ? { kind: 'begins', startMs: nowMs } : { kind: 'nothing' };
}

function resolvedMeans(
  { episode, startedAtMs, endedAtMs }: IncomingAlert,
  known: KnownAlert | null,
  nowMs: number,
): AlertMeans {
  const isLater = known === null || startedAtMs > known.startedAtMs;
  if (known === null || known.endedAtMs !== null) return { kind: isLater ? 'wasOver' : 'nothing' };
  if (episode !== known.episode && !isLater) return { kind: 'nothing' };
  return { kind: 'ends', endMs: Math.min(endedAtMs ?? nowMs, nowMs) };
}
