import { complement, union, type Interval } from '../time/interval.js';

/** One uninterrupted stretch of the hub's own heartbeat. */
export interface HubRun {
  readonly startedAtMs: number;
  readonly lastBeatAtMs: number;
}

/**
 * When the hub could not have heard anyone: between two runs of its heartbeat, and while all its canary targets were
 * silent (it had lost its own network). Before the first run there is no hub, and so no outage of it.
 *
 * @param canarySilences stretches in which every canary target was silent
 */
export function hubOutages(runs: readonly HubRun[], canarySilences: readonly Interval[]): Interval[] {
  const ordered = [...runs].sort((a, b) => a.startedAtMs - b.startedAtMs);
  const silences: Interval[] = [...canarySilences];
  let heardUntilMs = ordered[0]?.lastBeatAtMs ?? 0;
  for (const run of ordered.slice(1)) {
    if (run.startedAtMs > heardUntilMs) silences.push({ fromMs: heardUntilMs, toMs: run.startedAtMs });
    heardUntilMs = Math.max(heardUntilMs, run.lastBeatAtMs);
  }
  return union(silences);
}

/**
 * The stretches in which every canary was silent.
 * @param silencesByCanary for each canary target, when it did not answer
 */
export function commonSilences(silencesByCanary: readonly (readonly Interval[])[]): Interval[] {
  if (silencesByCanary.length === 0) return [];
  const answering = silencesByCanary.flatMap((silences) => complement(silences, always));
  return complement(answering, always);
}

const always: Interval = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
