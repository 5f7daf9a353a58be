import type { FaultClock } from '@opsgauge/contract';

export interface ClockLeft {
  /** What is left of the limit, negative once it is over; of a clock that stands, what it took. */
  ms: number;
  /** Share of the limit that is left, from 0 to 1. */
  share: number;
  level: 'ok' | 'warning' | 'late' | 'paused' | 'met';
}

/** How a fault's clock stands at `now`, on the hub's clock; null where nothing is asked of it. */
export function clockLeft(clock: FaultClock, now: number): ClockLeft | null {
  const { state, elapsedMs, limitMs, asOf } = clock;
  if (state === 'notDue') return null;
  const took = elapsedMs + (state === 'running' ? Math.max(0, now - Date.parse(asOf)) : 0);
  const share = Math.min(1, Math.max(0, (limitMs - took) / limitMs));
  if (state === 'met' || state === 'autoRecovered') return { ms: took, share, level: 'met' };
  const ms = limitMs - took;
  if (state === 'missed' || ms < 0) return { ms, share: 0, level: 'late' };
  if (state === 'paused') return { ms, share, level: 'paused' };
  return { ms, share, level: share <= 0.1 ? 'late' : share <= 1 / 3 ? 'warning' : 'ok' };
}

/** `07:58`, `22:15:00`; of what is over the limit, how far. */
export function countdown(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${two(hours)}:${rest}` : rest;
}
