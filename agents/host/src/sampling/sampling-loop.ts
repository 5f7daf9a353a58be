import { reasonOf, type Log } from '../system/log.js';
import type { SampleTaker, UnnumberedSample } from './sample-taker.js';
import { TickSchedule } from './schedule.js';

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
  #watchSeconds = 0;
  #watchedUntilMs = 0;
  /** Ends the wait for the next tick. */
  #wake: () => void = () => undefined;

  constructor(options: SamplingLoopOptions) {
    this.#options = options;
    this.#intervalSeconds = options.intervalSeconds;
  }

  /** The ordinary interval, or the slower one the hub asks for; `undefined` goes back to the ordinary one. */
  slowDown(intervalSeconds: number | undefined): void {
    this.#intervalSeconds = Math.max(this.#options.intervalSeconds, intervalSeconds ?? 0);
  }

  /**
   * Samples faster for a while, because somebody looks; the ordinary interval is still what the samples state. Asked
   * again it goes on, and `forMs` 0 ends it.
   */
  watch(intervalSeconds: number, forMs: number): void {
    const wasWatched = this.isWatched;
    this.#watchSeconds = intervalSeconds;
    this.#watchedUntilMs = performance.now() + forMs;
    // The tick that is waited for may be an interval away.
    if (!wasWatched && this.isWatched) this.#wake();
  }

  /** Whether somebody looks at this server now. */
  get isWatched(): boolean {
    return performance.now() < this.#watchedUntilMs;
  }

  get #currentSeconds(): number {
    return this.isWatched ? Math.min(this.#watchSeconds, this.#intervalSeconds) : this.#intervalSeconds;
  }

  /** Samples until `stop`. */
  async run(): Promise<void> {
    await this.#options.taker.warmUp(this.#stop.signal);
    const schedule = new TickSchedule(performance.now(), this.#intervalSeconds * 1000, Math.random());
    while (!this.#stop.signal.aborted) {
      await this.#tick();
      schedule.setInterval(this.#currentSeconds * 1000);
      await this.#waitUntilDue(schedule);
      schedule.advance();
    }
  }

  /** Woken before it is due, it looks again: the interval has become another, or it is to end. */
  async #waitUntilDue(schedule: TickSchedule): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const nowMs = performance.now();
      const delayMs = schedule.nextDueMs(nowMs) - nowMs;
      if (delayMs <= 0) return;
      const isDue = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), delayMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve(false);
        };
      });
      if (isDue) return;
      schedule.setInterval(this.#currentSeconds * 1000);
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#wake();
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
