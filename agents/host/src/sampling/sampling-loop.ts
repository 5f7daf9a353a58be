import { reasonOf, type Log } from '../system/log.js';
import type { SampleTaker, UnnumberedSample } from './sample-taker.js';
import { TickSchedule } from './schedule.js';
import { wait } from './wait.js';

export interface SamplingLoopOptions {
  taker: SampleTaker;
  intervalSeconds: number;
  log: Log;
  /** Takes over a sample; is not waited for, so that a slow disk does not hold up the next reading. */
  onSample(sample: UnnumberedSample): void;
}

/** One sample at the start, then one an interval. */
export class SamplingLoop {
  readonly #options: SamplingLoopOptions;
  readonly #stop = new AbortController();
  #intervalSeconds: number;

  constructor(options: SamplingLoopOptions) {
    this.#options = options;
    this.#intervalSeconds = options.intervalSeconds;
  }

  /** The ordinary interval, or the slower one the hub asks for; `undefined` goes back to the ordinary one. */
  slowDown(intervalSeconds: number | undefined): void {
    this.#intervalSeconds = Math.max(this.#options.intervalSeconds, intervalSeconds ?? 0);
  }

  /** Samples until `stop`. */
  async run(): Promise<void> {
    await this.#options.taker.warmUp(this.#stop.signal);
    const schedule = new TickSchedule(performance.now(), this.#intervalSeconds * 1000, Math.random());
    while (!this.#stop.signal.aborted) {
      await this.#tick();
      const nowMs = performance.now();
      schedule.setInterval(this.#intervalSeconds * 1000);
      await wait(schedule.nextDueMs(nowMs) - nowMs, this.#stop.signal);
      schedule.advance();
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async #tick(): Promise<void> {
    const { taker, log, onSample } = this.#options;
    try {
      onSample(await taker.take(this.#intervalSeconds));
    } catch (error) {
      log.error('no sample could be taken', { reason: reasonOf(error) });
    }
  }
}
