import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { readBetweenSamples } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { EventBus } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { inBackground } from '../platform/request-context.js';
import { DiscontinuityStore } from '../telemetry/discontinuity-store.js';
import { SampleFacts } from '../telemetry/reading/sample-facts.js';
import { toldFact } from '../telemetry/remote-write/told-fact.js';
import { newReadings } from './gap-history.js';
import { GapReadingStore } from './gap-reading-store.js';
import { HubHeartbeatService } from './hub-heartbeat.service.js';
import { IntervalStore } from './interval-store.js';

/** How often marks are looked for that no hint told of (another process wrote them, or this one was restarted). */
const sweepEveryMs = 5000;

/**
 * Reads status again wherever samples do not simply follow each other. The marks are durable: they are taken away in
 * the transaction that stores the new reading.
 */
@Injectable()
export class StatusReaderService implements OnApplicationBootstrap, OnApplicationShutdown {
  private working: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private isQueued = false;

  constructor(
    private readonly database: Database,
    private readonly samples: SampleFacts,
    private readonly discontinuities: DiscontinuityStore,
    private readonly intervals: IntervalStore,
    private readonly gapReadings: GapReadingStore,
    private readonly heartbeat: HubHeartbeatService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.bus.on('samples.discontinuous', () => this.queue());
    this.timer = setInterval(() => this.queue(), sweepEveryMs);
    this.queue();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.unsubscribe?.();
    await this.working;
  }

  /** Reads whatever is marked of these servers (or of all) before it returns: what a figure must not be counted without. */
  async settle(serverIds?: readonly string[]): Promise<void> {
    for (const { serverId } of await this.discontinuities.list(serverIds)) await this.read(serverId);
  }

  private queue(): void {
    if (this.isQueued) return;
    this.isQueued = true;
    const work = async () => {
      this.isQueued = false;
      await this.settle().catch((error: Error) => this.logger.error('status could not be read', error));
    };
    this.working = this.working.then(() => inBackground(work));
  }

  private async read(serverId: string): Promise<void> {
    await this.database.transaction(async (client) => {
      await this.intervals.lock(client, serverId);
      // Only now: the mark that was listed may have been read by another, and a new one have come in its place.
      const [mark] = await this.discontinuities.list([serverId], client);
      if (!mark) return;
      const facts = (await this.samples.since(client, serverId, mark.sinceMs)).map(toldFact);
      const [first, last] = [facts[0], facts.at(-1)];
      if (first && last) {
        const stretch = { fromMs: first.observedAtMs, toMs: last.observedAtMs };
        const hubOutages = await this.heartbeat.outages(stretch);
        const read = readBetweenSamples(facts, { probes: [], hubOutages });
        const recorded = await this.gapReadings.recorded(client, serverId, stretch);
        await this.gapReadings.add(client, serverId, this.clock.nowMs(), newReadings(recorded, read));
        await this.intervals.replaceFrom(client, serverId, stretch, read);
      }
      await this.discontinuities.settle(client, mark);
    });
    this.bus.emit('status.reread', { serverId });
  }
}
