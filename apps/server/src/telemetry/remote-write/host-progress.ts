import { untold, type SampleInput } from '@opsgauge/contract';
import { readHost } from './exporter/host-reading.js';
import type { Scrape } from './exporter/series.js';

/** How far a host's scrapes were read. */
export interface HostProgress {
  /** The newest scrape that was read. */
  readonly last: Scrape;
  /** Between the newest scrapes, the newest last; at most `pausesKept`. */
  readonly pausesMs: readonly number[];
}

const pausesKept = 5;
/** Until two scrapes tell: Prometheus' own. */
const usualPauseMs = 60_000;

/**
 * Reads the scrapes that came since, as samples of an agent that tells neither boot nor run.
 *
 * @param progress null before the first scrape
 * @param scrapes in any order; one that lies before the newest is read without rates
 */
export function readScrapes(
  progress: HostProgress | null,
  scrapes: readonly Scrape[],
): { samples: SampleInput[]; progress: HostProgress | null } {
  let current = progress;
  const samples: SampleInput[] = [];
  for (const scrape of [...scrapes].sort((a, b) => a.atMs - b.atMs)) {
    const isNewer = current === null || scrape.atMs > current.last.atMs;
    const next: HostProgress | null = isNewer
      ? { last: scrape, pausesMs: pausesWith(current, scrape.atMs) }
      : current;
    samples.push(sampleOf(scrape, current?.last ?? null, intervalSeconds(next)));
    current = next;
  }
  return { samples, progress: current };
}

function sampleOf(scrape: Scrape, before: Scrape | null, seconds: number): SampleInput {
  return {
    epoch: 0,
    // The same scrape is the same sample, however often it is written.
    seq: scrape.atMs,
    runId: untold,
    bootId: untold,
    monotonicMs: scrape.atMs,
    observedAt: new Date(scrape.atMs).toISOString(),
    intervalSeconds: seconds,
    ...readHost(scrape, before),
  };
}

const pausesWith = (progress: HostProgress | null, atMs: number): number[] =>
  progress ? [...progress.pausesMs, atMs - progress.last.atMs].slice(-pausesKept) : [];

/** The ordinary pause: one that is longer because scrapes are missing is outvoted by the others. */
function intervalSeconds(progress: HostProgress | null): number {
  const sorted = [...(progress?.pausesMs ?? [])].sort((a, b) => a - b);
  const middleMs = sorted[Math.floor((sorted.length - 1) / 2)] ?? usualPauseMs;
  return Math.min(3600, Math.max(1, Math.round(middleMs / 1000)));
}
