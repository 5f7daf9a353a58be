import type { Sample } from '@opsgauge/contract';
import type { SampleFact } from '@opsgauge/domain';

/** A sample that passed the edge, with the hub's correction of its time. */
export interface SampleRecord {
  readonly sample: Sample;
  /** As the agent states it. */
  readonly observedAtMs: number;
  /** By the hub's clock; equal to `observedAtMs` where the agent's clock was right. */
  readonly correctedAtMs: number;
  readonly receivedAtMs: number;
}

/** What status needs to know of it. */
export const sampleFact = ({ sample, correctedAtMs, receivedAtMs }: SampleRecord): SampleFact => ({
  seq: sample.seq,
  runId: sample.runId,
  bootId: sample.bootId,
  monotonicMs: sample.monotonicMs,
  observedAtMs: correctedAtMs,
  receivedAtMs,
  intervalMs: Math.round(sample.intervalSeconds * 1000),
});

/** A record on its way into the store. */
export interface IncomingSample extends SampleRecord {
  readonly serverId: string;
}
