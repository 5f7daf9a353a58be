import type { DeviceReadings, HostMetrics } from '@opsgauge/contract';

/** A sample as the store keeps it, whichever way: a row of the last days or a part of an hour's blob. */
export interface StoredSample {
  readonly epoch: number;
  readonly seq: number;
  readonly runId: string;
  readonly bootId: string;
  readonly monotonicMs: number;
  /** As the agent states it, in UTC milliseconds. */
  readonly observedAtMs: number;
  /** By the hub's clock; equal to `observedAtMs` where the agent's clock was right. */
  readonly correctedAtMs: number;
  readonly receivedAtMs: number;
  readonly intervalSeconds: number;
  readonly metrics: HostMetrics;
  readonly devices: DeviceReadings;
}
