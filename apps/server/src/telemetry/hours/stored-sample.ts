import type { HostMetrics } from '@opsgauge/contract';
import type { Readings } from '../readings/readings.js';

/** What tells a sample from others and where in time it belongs. All times in UTC milliseconds. */
export interface SampleIdentity {
  readonly epoch: number;
  readonly seq: number;
  readonly runId: string;
  readonly bootId: string;
  readonly monotonicMs: number;
  /** As the agent states it. */
  readonly observedAtMs: number;
  /** By the hub's clock; equal to `observedAtMs` where the agent's clock was right. */
  readonly correctedAtMs: number;
  readonly receivedAtMs: number;
  readonly intervalSeconds: number;
}

/** A sample as the store keeps it, whichever way: a row of the last days or a part of an hour's blob. */
export interface StoredSample extends SampleIdentity, Readings {
  readonly metrics: HostMetrics;
}
