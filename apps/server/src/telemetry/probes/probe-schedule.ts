import type { ProbeDefinition } from '../../inventory/probe.entity.js';

/** How soon a failure that is no outage yet is looked at again; sooner where others are judged by it. */
const secondLookMs = 10_000;
const vouchingSecondLookMs = 2000;
/** Rounds drift apart by this share of the interval, so that probes never all ask at once. */
const jitterShare = 0.05;

/** Somebody may be waiting to see what a new probe says. */
const newProbeMs = 2000;
const firstRoundMsMax = 60_000;

/**
 * When a probe asks for the first time: those of a hub that starts are spread over their intervals.
 * @param random from 0 to 1
 */
export const firstDelayMs = ({ intervalSeconds }: ProbeDefinition, isNew: boolean, random: number): number =>
  random * (isNew ? newProbeMs : Math.min(1000 * intervalSeconds, firstRoundMsMax));

/**
 * How long after the beginning of one attempt the next is due.
 *
 * @param failuresInRow of the attempts up to now
 * @param random from 0 to 1
 */
export function nextDelayMs(probe: ProbeDefinition, failuresInRow: number, random: number): number {
  const intervalMs = 1000 * probe.intervalSeconds;
  const isUnsure = failuresInRow > 0 && failuresInRow < probe.failuresToDown;
  if (isUnsure) {
    const isVouching = probe.isCanary || probe.isEvidenceOfHost;
    return Math.min(intervalMs, isVouching ? vouchingSecondLookMs : secondLookMs);
  }
  return intervalMs * (1 - jitterShare * random);
}
