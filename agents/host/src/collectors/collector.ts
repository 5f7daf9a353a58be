import type { AdditionalReadings, DeviceReadings, HostMetrics } from '@opsgauge/contract';

/** What one collector contributes to a sample. What it cannot read it leaves out. */
export interface Contribution {
  metrics?: HostMetrics;
  devices?: Partial<DeviceReadings>;
  additional?: Omit<AdditionalReadings, 'problems'>;
  /** What it cannot see although it works, in words. */
  limits?: string[];
}

/** One kind of figure. */
export interface Collector {
  readonly name: string;
  /**
   * Reads once. A figure that is a rate needs an earlier reading, so the first call gives none.
   * @param atMs a monotonic clock in milliseconds; only differences count
   * @throws where the source cannot be read: its values are then left out of the sample
   */
  collect(atMs: number): Contribution | Promise<Contribution>;
}

/** A collector that answers at once: what it reads is in memory. */
export interface ImmediateCollector extends Collector {
  collect(atMs: number): Contribution;
}
