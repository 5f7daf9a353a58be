import type { FaultClock } from '@opsgauge/contract';

/** What a clock of a fault shows at one moment. */
export type ClockFace =
  /** It runs down: amber from a third on, red from a tenth on. */
  | { kind: 'running'; tone: 'ok' | 'warning' | 'critical'; leftMs: number; share: number }
  | { kind: 'paused'; leftMs: number; share: number }
  /** Late, and still not there. */
  | { kind: 'overdue'; overMs: number }
  | { kind: 'used'; isOnTime: boolean; usedMs: number }
  | { kind: 'autoRecovered'; usedMs: number }
  | { kind: 'notDue' };

const warningShare = 1 / 3;
const criticalShare = 1 / 10;

const toneOf = (share: number) =>
  share <= criticalShare ? 'critical' : share <= warningShare ? 'warning' : 'ok';

/**
 * A clock as it has come on since the hub read it. It is read anew where it stops, pauses or goes on; in between only
 * the time that runs is added.
 *
 * @param now the hub's time, epoch milliseconds
 */
export function clockFace(clock: FaultClock, now: number): ClockFace {
  const { state, elapsedMs, limitMs, asOf, to } = clock;
  const sinceMs = Math.max(0, now - Date.parse(asOf));
  const leftMs = limitMs - elapsedMs;
  const share = (ms: number) => Math.min(1, Math.max(0, ms / limitMs));
  switch (state) {
    case 'running': {
      const left = leftMs - sinceMs;
      return left < 0
        ? { kind: 'overdue', overMs: -left }
        : { kind: 'running', tone: toneOf(share(left)), leftMs: left, share: share(left) };
    }
    case 'paused':
      return { kind: 'paused', leftMs, share: share(leftMs) };
    case 'missed':
      return to === null
        ? { kind: 'overdue', overMs: sinceMs - leftMs }
        : { kind: 'used', isOnTime: false, usedMs: elapsedMs };
    case 'met':
      return { kind: 'used', isOnTime: true, usedMs: elapsedMs };
    case 'autoRecovered':
      return { kind: 'autoRecovered', usedMs: elapsedMs };
    case 'notDue':
      return { kind: 'notDue' };
  }
}

/** What is left in hours, minutes and seconds: `22:15:00`, below an hour `07:58`. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const pair = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return [...(hours ? [pair(hours)] : []), pair(minutes), pair(seconds % 60)].join(':');
}
