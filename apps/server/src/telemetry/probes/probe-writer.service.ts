import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import { Database } from '../../platform/database/database.js';
import { grouped } from '../../platform/grouped.js';
import { Logger } from '../../platform/logging/logger.js';
import { inBackground } from '../../platform/request-context.js';
import { ProbeMonths } from './probe-months.js';
import type { StoredResult } from './probe-result.js';
import { ProbeResultStore } from './probe-result-store.js';

const flushAfterMs = 100;
const retryAfterMs = 2000;
/** So many results wait for a database that is away; then the oldest go. */
const waitingMax = 20_000;

/** What the hub's own probes saw, on its way to the database, which may be away for a while. */
@Injectable()
export class ProbeWriter implements OnApplicationShutdown {
  private waiting: { probe: ProbeDefinition; result: StoredResult }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly months: ProbeMonths,
    private readonly store: ProbeResultStore,
    private readonly logger: Logger,
  ) {}

  add(probe: ProbeDefinition, result: StoredResult): void {
    this.waiting.push({ probe, result });
    this.schedule(flushAfterMs);
  }

  /** Writes what waits before the database goes away. */
  async onApplicationShutdown(): Promise<void> {
    await this.writing;
    clearTimeout(this.timer);
    if (this.waiting.length > 0) await this.flush().catch(() => {});
  }

  private schedule(afterMs: number): void {
    if (this.timer || this.writing) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      let nextMs = flushAfterMs;
      this.writing = inBackground(() => this.flush())
        .catch((error: Error) => {
          nextMs = retryAfterMs;
          this.logger.warn('results of probes wait', { error: { message: error.message } });
        })
        .finally(() => {
          this.writing = undefined;
          if (this.waiting.length > 0) this.schedule(nextMs);
        });
    }, afterMs);
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      await this.months.ensure(batch.map(({ result }) => result.observedAtMs));
      const byProbe = [...grouped(batch, ({ probe }) => probe.id).values()];
      await this.database.transaction((client) =>
        this.store.add(
          client,
          byProbe.map((all) => ({ probe: all.at(-1)!.probe, results: all.map(({ result }) => result) })),
        ),
      );
    } catch (error) {
      this.waiting = [...batch, ...this.waiting].slice(-waitingMax);
      throw error;
    }
  }
}
