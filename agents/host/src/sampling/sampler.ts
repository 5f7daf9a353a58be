import type { DeviceReadings, HostMetrics } from '@opsgauge/contract';
import type { Collector, Contribution } from '../collectors/collector.js';
import { reasonOf, type Log } from '../system/log.js';

/** What a sample says of the host, before it has a number. */
export interface HostReading {
  metrics: HostMetrics;
  devices: DeviceReadings;
}

const defined = (metrics: HostMetrics): HostMetrics =>
  Object.fromEntries(Object.entries(metrics).filter(([, value]) => value !== undefined));

/** Runs the collectors. One that fails leaves its values out and is logged when it begins and when it stops failing. */
export class Sampler {
  readonly #collectors: Collector[];
  readonly #log: Log;
  readonly #nowMs: () => number;
  readonly #failures = new Map<string, string>();

  /** @param nowMs a monotonic clock in milliseconds */
  constructor(collectors: Collector[], log: Log, nowMs: () => number = () => performance.now()) {
    this.#collectors = collectors;
    this.#log = log;
    this.#nowMs = nowMs;
  }

  /** Why collectors failed at the last reading, by collector. */
  get failures(): ReadonlyMap<string, string> {
    return this.#failures;
  }

  /** Reads every collector once. Rates are over the time since the reading before; the first reading has none. */
  async read(): Promise<HostReading> {
    const reading: HostReading = { metrics: {}, devices: { mounts: [], disks: [], interfaces: [] } };
    const atMs = this.#nowMs();
    for (const collector of this.#collectors) {
      const { metrics, devices } = await this.#collect(collector, atMs);
      if (metrics) Object.assign(reading.metrics, defined(metrics));
      if (devices) Object.assign(reading.devices, devices);
    }
    return reading;
  }

  async #collect(collector: Collector, atMs: number): Promise<Contribution> {
    const { name } = collector;
    try {
      const contribution = await collector.collect(atMs);
      if (this.#failures.delete(name)) this.#log.info('collector works again', { collector: name });
      return contribution;
    } catch (error) {
      const reason = reasonOf(error);
      if (!this.#failures.has(name)) this.#log.warn('collector cannot read', { collector: name, reason });
      this.#failures.set(name, reason);
      return {};
    }
  }
}
