import { dayMs, minuteMs } from '../time/durations.js';

const firstMs = 10_000;
const longestMs = 30 * minuteMs;
/** A receiver may be away over a long weekend. */
export const givenUpAfterMs = 4 * dayMs;

/**
 * How long to wait after an attempt that failed: twice as long each time up to half an hour, a quarter more or less.
 *
 * @param attempts that failed, at least one
 * @param chance from 0 to 1, so that not all receivers are tried at once
 */
export const pauseMs = (attempts: number, chance: number): number =>
  Math.round(Math.min(firstMs * 2 ** Math.min(attempts - 1, 20), longestMs) * (0.75 + chance / 2));
