import type { Acknowledgement, AgentConfiguration, Hints } from '@opsgauge/contract';
import { wait } from '../sampling/wait.js';
import type { Spool } from '../spool/spool.js';
import type { Log } from '../system/log.js';
import { Backoff } from './backoff.js';
import type { Reporter, ReportOutcome } from './reporter.js';

const liveRecordsMax = 30;
const batchRecordsMax = 360;
const batchBytesMax = 2 * 1024 * 1024;
const liveLimitMs = 10_000;
const batchLimitMs = 60_000;
const refusedLogMs = 10 * 60_000;

export interface DeliveryOptions {
  spool: Spool;
  reporter: Reporter;
  log: Log;
  onHints(hints: Hints): void;
  /** Called with what the hub says it is set to, at each answer that says so. */
  onConfiguration?(configuration: AgentConfiguration): void;
  /** Called when the hub does not know the credential, before the next attempt. */
  onRefused?(): Promise<void>;
  /** One for each lane. */
  createBackoff?(): Backoff;
}

/** One way of sending, with a back-off of its own. */
class Lane {
  retryAtMs = 0;
  constructor(readonly backoff: Backoff) {}
}

/**
 * Brings samples to the hub in two lanes: the *live* lane sends what was just taken, the *backlog* lane works off what
 * is older in batches, so that the newest sample never waits behind the oldest. They never hold the same record:
 * `#liveFromSeq` divides them. The backlog waits while the live lane cannot get through; what the hub asks for
 * (`Retry-After`) binds both.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #live: Lane;
  readonly #backlog: Lane;
  readonly #stop = new AbortController();
  #liveFromSeq: number;
  #batchRecords = batchRecordsMax;
  #backlogPauseMs = 0;
  #isConnected: boolean | undefined;
  #refusedLoggedAtMs = -Infinity;
  #wakers: (() => void)[] = [];

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#live = new Lane(options.createBackoff?.() ?? new Backoff());
    this.#backlog = new Lane(options.createBackoff?.() ?? new Backoff());
    this.#liveFromSeq = options.spool.nextSeq;
  }

  /** A sample was added to the spool. */
  wake(): void {
    for (const waker of this.#wakers.splice(0)) waker();
  }

  /** Delivers until `stop`. */
  async run(): Promise<void> {
    await Promise.all([this.#runLive(), this.#runBacklog()]);
  }

  /**
   * Ends both lanes and tries once more to deliver the newest samples, whatever the back-off says.
   * @param limitMs for that last attempt
   */
  async stop(limitMs: number): Promise<void> {
    this.#stop.abort();
    this.wake();
    const { spool, reporter } = this.#options;
    const fromSeq = this.#liveFromSeq;
    const records = await spool.read({ fromSeq, recordsMax: liveRecordsMax, bytesMax: batchBytesMax });
    if (records.length > 0) await reporter.report(records, limitMs);
  }

  async #runLive(): Promise<void> {
    const { spool, reporter } = this.#options;
    while (await this.#waitForTurn(this.#live, () => spool.nextSeq > this.#liveFromSeq)) {
      if (spool.nextSeq - this.#liveFromSeq > liveRecordsMax) this.#liveFromSeq = spool.nextSeq - 1;
      const [fromSeq, beforeSeq] = [this.#liveFromSeq, spool.nextSeq];
      const records = await spool.read({
        fromSeq,
        beforeSeq,
        recordsMax: liveRecordsMax,
        bytesMax: batchBytesMax,
      });
      const outcome: ReportOutcome | undefined =
        records.length > 0 ? await reporter.report(records, liveLimitMs) : undefined;
      // What the hub left unanswered, or wants in smaller parts, is backlog from here on.
      if (!outcome || outcome.kind === 'delivered' || outcome.kind === 'too-large')
        this.#liveFromSeq = beforeSeq;
      if (outcome) await this.#conclude(this.#live, outcome, records.length);
    }
  }

  async #runBacklog(): Promise<void> {
    const { spool, reporter } = this.#options;
    while (await this.#waitForTurn(this.#backlog, () => this.#isConnected === true && this.#hasBacklog())) {
      const beforeSeq = this.#liveFromSeq;
      const records = await spool.read({
        beforeSeq,
        recordsMax: this.#batchRecords,
        bytesMax: batchBytesMax,
      });
      if (records.length > 0)
        await this.#conclude(this.#backlog, await reporter.report(records, batchLimitMs), records.length);
      if (this.#backlogPauseMs > 0) await wait(this.#backlogPauseMs, this.#stop.signal);
    }
  }

  #hasBacklog(): boolean {
    return this.#options.spool.pendingBefore(this.#liveFromSeq) > 0;
  }

  /** Waits until there is work and the lane's back-off is over; false once the delivery is to end. */
  async #waitForTurn(lane: Lane, hasWork: () => boolean): Promise<boolean> {
    while (!this.#stop.signal.aborted) {
      const remainingMs = lane.retryAtMs - performance.now();
      if (remainingMs > 0) await wait(remainingMs, this.#stop.signal);
      else if (hasWork()) return true;
      else await new Promise<void>((resolve) => this.#wakers.push(resolve));
    }
    return false;
  }

  async #conclude(lane: Lane, outcome: ReportOutcome, sent: number): Promise<void> {
    switch (outcome.kind) {
      case 'delivered':
        return this.#delivered(lane, outcome.acknowledgement);
      case 'too-large':
        this.#batchRecords = Math.max(1, Math.floor(sent / 2));
        return this.wake();
      case 'refused':
        return this.#refused(lane);
      case 'failed':
        return this.#failed(lane, outcome);
    }
  }

  #delivered(lane: Lane, { hints, configuration }: Acknowledgement): void {
    const { log, spool, onHints, onConfiguration } = this.#options;
    lane.backoff.succeeded();
    if (lane === this.#live && this.#isConnected !== true) {
      log.info('reports to the hub', { waiting: spool.depth });
      this.#isConnected = true;
    }
    this.#backlogPauseMs = (hints.slowDown?.intervalSeconds ?? 0) * 1000;
    onHints(hints);
    if (configuration) onConfiguration?.(configuration);
    this.wake();
  }

  async #refused(lane: Lane): Promise<void> {
    const { log, onRefused } = this.#options;
    lane.retryAtMs = performance.now() + lane.backoff.refused();
    this.#isConnected = false;
    if (performance.now() - this.#refusedLoggedAtMs > refusedLogMs) {
      this.#refusedLoggedAtMs = performance.now();
      log.error('the hub refuses the credential; samples are kept. Enrol again with: enroll --again');
    }
    await onRefused?.();
  }

  #failed(lane: Lane, { reason, retryAfterMs }: Extract<ReportOutcome, { kind: 'failed' }>): void {
    const retryAtMs = performance.now() + lane.backoff.failed(retryAfterMs);
    lane.retryAtMs = retryAtMs;
    if (retryAfterMs !== undefined)
      for (const each of [this.#live, this.#backlog]) each.retryAtMs = Math.max(each.retryAtMs, retryAtMs);
    if (lane === this.#backlog) return;
    if (this.#isConnected !== false)
      this.#options.log.warn('cannot report to the hub; samples are kept', { reason });
    this.#isConnected = false;
  }
}
