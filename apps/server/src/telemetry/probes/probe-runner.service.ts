import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type pg from 'pg';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import { Clock } from '../../platform/clock.js';
import { CONNECTION } from '../../platform/database/database.js';
import { withJobLock } from '../../platform/jobs/job-lock.js';
import { Logger } from '../../platform/logging/logger.js';
import { inBackground } from '../../platform/request-context.js';
import { askTarget } from './asking/ask-target.js';
import { ProbePlans } from './probe-plans.service.js';
import { storedResult } from './probe-result.js';
import { firstDelayMs, nextDelayMs } from './probe-schedule.js';
import { ProbeWriter } from './probe-writer.service.js';

/** Attempts under way at a time; the others wait for their turn. */
const attemptsMax = 50;
const retryLockMs = 2000;

interface Round {
  probe: ProbeDefinition;
  failuresInRow: number;
  timer: NodeJS.Timeout | undefined;
}

/** Runs the hub's own probes: of any number of hub processes one does. */
@Injectable()
export class ProbeRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private readonly rounds = new Map<string, Round>();
  private readonly turns: (() => void)[] = [];
  private running = 0;
  private isRunner = false;
  private holding: Promise<void> = Promise.resolve();

  constructor(
    private readonly plans: ProbePlans,
    private readonly writer: ProbeWriter,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(CONNECTION) private readonly connection: pg.ClientConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.plans.onReread(() => this.follow());
    this.holding = inBackground(() => this.hold());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.holding;
  }

  /** Waits until no other process runs them, and goes on until this one ends or loses its place. */
  private async hold(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      await withJobLock(this.connection, 'probes', { isWaiting: true, signal }, async (held) => {
        this.isRunner = true;
        this.follow(false);
        await aborted(AbortSignal.any([held, signal]));
      }).catch((error: Error) => {
        if (!signal.aborted) this.logger.warn('probes wait', { error: { message: error.message } });
      });
      this.isRunner = false;
      this.follow();
      await aborted(AbortSignal.any([signal, AbortSignal.timeout(retryLockMs)]));
    }
  }

  /** Begins what is new, ends what is gone, and goes on with what was changed by its new terms. */
  private follow(isNew = true): void {
    const wanted = new Map(this.isRunner ? this.plans.ofHub().map((probe) => [probe.id, probe]) : []);
    for (const [id, round] of this.rounds) {
      if (wanted.has(id)) continue;
      clearTimeout(round.timer);
      this.rounds.delete(id);
    }
    for (const [id, probe] of wanted) {
      const known = this.rounds.get(id);
      if (known && known.probe.intervalSeconds === probe.intervalSeconds) known.probe = probe;
      else {
        clearTimeout(known?.timer);
        this.begin({ probe, failuresInRow: 0, timer: undefined }, isNew);
      }
    }
  }

  private begin(round: Round, isNew: boolean): void {
    this.rounds.set(round.probe.id, round);
    this.wait(round, firstDelayMs(round.probe, isNew, Math.random()));
  }

  private wait(round: Round, delayMs: number): void {
    round.timer = setTimeout(() => void inBackground(() => this.attempt(round)), delayMs);
  }

  private async attempt(round: Round): Promise<void> {
    await this.takeTurn();
    const { probe } = round;
    const startedMs = performance.now();
    const observedAtMs = this.clock.nowMs();
    try {
      const attempt = await askTarget(probe.target, 1000 * probe.timeoutSeconds, observedAtMs);
      round.failuresInRow = attempt.outcome === 'ok' ? 0 : round.failuresInRow + 1;
      // One that was ended meanwhile has no say any more.
      if (this.rounds.get(probe.id) !== round) return;
      this.writer.add(probe, storedResult(observedAtMs, attempt));
      const dueMs = startedMs + nextDelayMs(round.probe, round.failuresInRow, Math.random());
      this.wait(round, Math.max(0, dueMs - performance.now()));
    } finally {
      this.giveTurn();
    }
  }

  private async takeTurn(): Promise<void> {
    if (this.running < attemptsMax) this.running += 1;
    else await new Promise<void>((resolve) => this.turns.push(resolve));
  }

  /** The turn goes on to who waits longest. */
  private giveTurn(): void {
    const next = this.turns.shift();
    if (next) next();
    else this.running -= 1;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
