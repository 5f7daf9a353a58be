import type { ImmediateCollector } from './collector.js';

/** How far the hub's clock is from the host's, as seen at the last answer; filled by whoever talks to the hub. */
export interface SeenClock {
  offsetMs: number | undefined;
}

/** Passes on what was seen last. */
export const createClockCollector = (seen: SeenClock): ImmediateCollector => ({
  name: 'clock',
  collect: () => (seen.offsetMs === undefined ? {} : { additional: { clockOffsetMs: seen.offsetMs } }),
});
