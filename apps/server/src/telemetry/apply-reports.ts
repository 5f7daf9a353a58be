import type { Sample } from '@opsgauge/contract';
import { continues, type SampleFact } from '@opsgauge/domain';
import type { KnownLatest, Latest } from './latest-rows.js';
import type { Readings } from './readings/readings.js';
import { sampleFact, type SampleRecord } from './recent/sample-record.js';
import { sampleKey } from './recent/sample-store.js';

/** A parsed report that waits to be written. */
export interface PendingReport {
  readonly serverId: string;
  readonly receivedAtMs: number;
  readonly clockOffsetMs: number;
  readonly agentVersion: string | null;
  readonly droppedSamples: number;
  readonly records: readonly { readonly index: number; readonly record: SampleRecord }[];
}

/** What a batch changes besides the samples themselves. */
export interface Applied {
  readonly latest: KnownLatest[];
  /** Per server, from when on its status has to be read again. */
  readonly discontinuities: Map<string, number>;
}

/**
 * What a batch of reports makes of the servers' latest state, and which samples do not simply follow the one before.
 *
 * @param known the latest state before the batch
 * @param fresh keys of the samples that were not there before
 */
export function applyReports(
  known: ReadonlyMap<string, KnownLatest>,
  reports: readonly PendingReport[],
  fresh: ReadonlySet<string>,
): Applied {
  const latest = new Map<string, KnownLatest>();
  const discontinuities = new Map<string, number>();
  for (const report of reports) {
    const { serverId } = report;
    let current = latest.get(serverId) ?? known.get(serverId);
    const arrived = report.records
      .map(({ record }) => record)
      .filter((record) => fresh.has(sampleKey(serverId, record.observedAtMs, record.sample.seq)))
      .sort((a, b) => a.correctedAtMs - b.correctedAtMs || a.sample.seq - b.sample.seq);
    for (const record of arrived) {
      const fact = sampleFact(record);
      if (!current || !continues(current.fact, fact)) mark(discontinuities, serverId, current?.fact, fact);
      if (!current || isNewer(fact, current.fact)) current = withSample(report, record, fact, current);
    }
    if (current) {
      latest.set(serverId, {
        ...current,
        lastReportAtMs: Math.max(current.lastReportAtMs, report.receivedAtMs),
        clockOffsetMs: report.clockOffsetMs,
        agentVersion: report.agentVersion ?? current.agentVersion,
        droppedSamples: report.droppedSamples,
      });
    }
  }
  return { latest: [...latest.values()], discontinuities };
}

function mark(
  marks: Map<string, number>,
  serverId: string,
  last: SampleFact | undefined,
  next: SampleFact,
): void {
  const sinceMs = Math.min(last?.observedAtMs ?? next.observedAtMs, next.observedAtMs);
  marks.set(serverId, Math.min(marks.get(serverId) ?? sinceMs, sinceMs));
}

/** By the true time; within a boot by the monotonic clock, which a clock set back does not touch. */
function isNewer(next: SampleFact, last: SampleFact): boolean {
  if (next.bootId === last.bootId && next.monotonicMs !== null && last.monotonicMs !== null) {
    return next.monotonicMs > last.monotonicMs;
  }
  return next.observedAtMs > last.observedAtMs;
}

const withSample = (
  report: PendingReport,
  { sample }: SampleRecord,
  fact: SampleFact,
  before: KnownLatest | undefined,
): KnownLatest => ({
  serverId: report.serverId,
  fact,
  metrics: sample.metrics,
  ...withTargets(sample, before),
  lastReportAtMs: report.receivedAtMs,
  clockOffsetMs: report.clockOffsetMs,
  agentVersion: report.agentVersion,
  droppedSamples: report.droppedSamples,
  version: before?.version ?? 0,
});

/** Targets are asked once a minute: in between what they last said still holds, as long as the same agent asks. */
function withTargets(
  { devices, additional, runId }: Sample,
  before: Latest | undefined,
): Pick<Latest, 'readings' | 'hasTargets'> {
  const isKnown = before?.hasTargets === true && before.fact.runId === runId;
  const known = isKnown ? before.readings.additional?.targets : undefined;
  const targets = additional?.targets ?? known;
  const readings: Readings = {
    devices,
    ...((additional ?? targets) && { additional: { ...additional, ...(targets && { targets }) } }),
  };
  return { readings, hasTargets: targets !== undefined };
}
