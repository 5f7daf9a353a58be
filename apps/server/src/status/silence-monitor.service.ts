import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ObservedInterval } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { EventBus } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { inBackground } from '../platform/request-context.js';
import { LatestStore } from '../telemetry/latest-store.js';
import { newReadings } from './gap-history.js';
import { GapReadingStore } from './gap-reading-store.js';
import { ServerTimelineService } from './server-timeline.service.js';

const watchEveryMs = 2000;

/**
 * Watches the time since each server's last sample. When it turns from one reading to another (up → down, say), pages
 * are told, and the first reading of the gap goes on record.
 */
@Injectable()
export class SilenceMonitorService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly seen = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private watching: Promise<void> = Promise.resolve();
  private isWatching = false;

  constructor(
    private readonly latest: LatestStore,
    private readonly timelines: ServerTimelineService,
    private readonly gapReadings: GapReadingStore,
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (this.isWatching) return;
      this.isWatching = true;
      this.watching = inBackground(() =>
        this.watch()
          .catch((error: Error) =>
            this.logger.warn('silence could not be watched', { error: { message: error.message } }),
          )
          .finally(() => (this.isWatching = false)),
      );
    }, watchEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.watching;
  }

  private async watch(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const latest = await this.latest.list();
    const tails = await this.timelines.tails(latest, nowMs);
    const changed: string[] = [];
    for (const { serverId } of latest) {
      const tail = tails.get(serverId) ?? [];
      const current = tail.at(-1)?.observation ?? 'up';
      if (current === (this.seen.get(serverId) ?? 'up')) continue;
      if (current !== 'up') await this.record(serverId, nowMs, tail);
      this.seen.set(serverId, current);
      changed.push(serverId);
    }
    if (changed.length > 0) this.bus.emit('status.changed', { serverIds: changed });
  }

  private async record(serverId: string, nowMs: number, tail: readonly ObservedInterval[]): Promise<void> {
    const stretch = { serverId, fromMs: tail[0]!.fromMs, toMs: nowMs };
    const recorded = await this.gapReadings.recorded(this.database, [stretch]);
    const readings = newReadings(recorded.get(serverId)!, tail);
    await this.gapReadings.add(
      this.database,
      nowMs,
      readings.map((one) => ({ serverId, ...one })),
    );
  }
}
