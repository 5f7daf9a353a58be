import crypto from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { hubOutages, type Interval } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Logger } from '../platform/logging/logger.js';
import { inBackground } from '../platform/request-context.js';
import { ProbeEvidence } from './probe-evidence.service.js';

const beatEveryMs = 2000;
/** A beat later than this begins a new run: the hub itself was frozen, or its database away. */
const missedAfterMs = 15_000;

/**
 * The hub's own heartbeat. A silence of everybody while it is missing says nothing about anybody. A beat is a write to
 * the database, so that a hub that cannot store what it hears does not count as listening either.
 */
@Injectable()
export class HubHeartbeatService implements OnApplicationBootstrap, OnApplicationShutdown {
  private runId = crypto.randomUUID();
  private lastBeatMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly probes: ProbeEvidence,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      const work = () =>
        this.beat().catch((error: Error) =>
          this.logger.warn('the heartbeat could not be written', { error: { message: error.message } }),
        );
      this.beating = this.beating.then(() => inBackground(work));
    }, beatEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  /**
   * When the hub could not have heard anyone: it did not run, or all its canaries were silent. The time before its very
   * first run included.
   */
  async outages(period: Interval): Promise<Interval[]> {
    const { rows } = await this.database.query<{ started_at: Date; last_beat_at: Date }>(
      `SELECT started_at, last_beat_at FROM hub_run
        WHERE last_beat_at >= coalesce((SELECT max(started_at) FROM hub_run WHERE started_at <= $1), '-infinity')
          AND started_at <= coalesce((SELECT min(started_at) FROM hub_run WHERE started_at >= $2), 'infinity')`,
      [new Date(period.fromMs), new Date(period.toMs)],
    );
    const runs = rows.map((row) => ({
      startedAtMs: row.started_at.getTime(),
      lastBeatAtMs: row.last_beat_at.getTime(),
    }));
    const firstStartMs = Math.min(period.toMs, ...runs.map(({ startedAtMs }) => startedAtMs));
    const beforeFirst = firstStartMs > period.fromMs ? [{ fromMs: period.fromMs, toMs: firstStartMs }] : [];
    return [...beforeFirst, ...hubOutages(runs, await this.probes.canarySilences(period))];
  }

  private async beat(): Promise<void> {
    const nowMs = this.clock.nowMs();
    if (nowMs - this.lastBeatMs > missedAfterMs) this.runId = crypto.randomUUID();
    await this.database.query(
      `INSERT INTO hub_run (id, started_at, last_beat_at) VALUES ($1, $2, $2)
       ON CONFLICT (id) DO UPDATE SET last_beat_at = greatest(hub_run.last_beat_at, EXCLUDED.last_beat_at)`,
      [this.runId, new Date(nowMs)],
    );
    this.lastBeatMs = nowMs;
  }
}
