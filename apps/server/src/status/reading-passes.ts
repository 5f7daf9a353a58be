import type { Discontinuity } from '../telemetry/discontinuity-store.js';

/** A pass locks each of its servers by name. */
const serversMax = 200;
/** A pass holds the samples of all its servers: with one every ten seconds 72,000. */
const spanMaxMs = 200 * 3_600_000;

/**
 * Puts servers together that are read at once: as many as fit, by how far back each is read, so that a fleet that
 * catches up on a week is not held in memory at once.
 *
 * @returns the servers' ids, in the order of the marks
 */
export function passesOf(marks: readonly Discontinuity[], nowMs: number): string[][] {
  const passes: string[][] = [];
  let spanMs = Infinity;
  for (const { serverId, sinceMs } of marks) {
    const backMs = Math.max(0, nowMs - sinceMs);
    const pass = passes.at(-1);
    if (pass && pass.length < serversMax && spanMs + backMs <= spanMaxMs) {
      pass.push(serverId);
      spanMs += backMs;
    } else {
      passes.push([serverId]);
      spanMs = backMs;
    }
  }
  return passes;
}
