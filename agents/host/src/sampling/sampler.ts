import type { AdditionalReadings, DeviceReadings, HostMetrics } from '@opsgauge/contract';
import type { Collector, Contribution } from '../collectors/collector.js';
import { reasonOf, type Log } from '../system/log.js';

/** What a sample says of the host, before it has a number. */
export interface HostReading {
  metrics: HostMetrics;
  devices: DeviceReadings;
  /** Left out where there is nothing to say. */
  additional?: AdditionalReadings;
}

const reasonLengthMax = 300;

/** Takes over what has a value. */
const take = (into: HostMetrics, metrics: HostMetrics): void => {
  for (const name in metrics) {
    const value = metrics[name as keyof HostMetrics];
    if (value !== undefined) into[name as keyof HostMetrics] = value;
  }
};

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
    const additional: AdditionalReadings = {};
    const problems: AdditionalReadings['problems'] = [];
    const atMs = this.#nowMs();
    for (const collector of this.#collectors) {
      const collected = this.#collect(collector, atMs);
      // A turn of the event loop for each collector would be most of the work.
      const found = collected instanceof Promise ? await collected : collected;
      if (found.metrics) take(reading.metrics, found.metrics);
      if (found.devices) Object.assign(reading.devices, found.devices);
      if (found.additional) Object.assign(additional, found.additional);
      for (const reason of found.limits ?? []) problems.push({ collector: collector.name, reason });
    }
    for (const [collector, reason] of this.#failures)
      problems.push({ collector, reason: reason.slice(0, reasonLengthMax) });
    if (problems.length > 0) additional.problems = problems;
    for (const _ in additional) return { ...reading, additional };
    return reading;
  }

  /** Never fails: what a collector cannot read is noted. */
  #collect(collector: Collector, atMs: number): Contribution | Promise<Contribution> {
    const works = (contribution: Contribution): Contribution => this.#works(collector, contribution);
    const fails = (error: unknown): Contribution => this.#fails(collector, error);
    try {
      const collected = collector.collect(atMs);
      return collected instanceof Promise ? collected.then(works, fails) : works(collected);
    } catch (error) {
      return fails(error);
    }
  }

  #works({ name }: Collector, contribution: Contribution): Contribution {
    if (this.#failures.delete(name)) this.#log.info('collector works again', { collector: name });
    return contribution;
  }

  #fails({ name }: Collector, error: unknown): Contribution {
    const reason = reasonOf(error);
    if (!this.#failures.has(name)) this.#log.warn('collector cannot read', { collector: name, reason });
    this.#failures.set(name, reason);
    return {};
  }
}
