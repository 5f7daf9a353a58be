import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RemoteWriteInstancesService } from '../../inventory/remote-write-instances.service.js';
import { Clock, instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Logger } from '../../platform/logging/logger.js';
import { inBackground } from '../../platform/request-context.js';
import { IngestService } from '../ingest.service.js';
import { readScrapes } from './host-progress.js';
import { RemoteHostsStore } from './remote-hosts.store.js';

/** Prometheus sends what is left of a scrape at the latest five seconds after the scrape (`batch_send_deadline`). */
const partsWithinMs = 6000;
/** Each holds a connection of the pool while its samples wait to be written by another. */
const hostsAtOnce = 4;

/** Reads scrapes, once all their parts have come, as samples, and hands these to ingest as an agent's report. */
@Injectable()
export class RemoteScrapes implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly instances: RemoteWriteInstancesService,
    private readonly hosts: RemoteHostsStore,
    private readonly ingest: IngestService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** What was left by a hub that ended. */
  onApplicationBootstrap(): void {
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.reading;
  }

  /** Something came in: it is read in a while. */
  wake(): void {
    if (this.isStopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.reading = this.reading.then(() => inBackground(() => this.tryReading()));
    }, partsWithinMs);
  }

  /** Reads every scrape of which nothing has come for a while. */
  async read(): Promise<void> {
    const beforeMs = this.clock.nowMs() - partsWithinMs;
    const due = await this.hosts.due(beforeMs);
    const assigned = new Map<string, ReadonlyMap<string, string>>();
    for (const sourceId of new Set(due.map((host) => host.sourceId))) {
      assigned.set(sourceId, await this.instances.serverIds(sourceId));
    }
    for (let first = 0; first < due.length; first += hostsAtOnce) {
      const reading = due.slice(first, first + hostsAtOnce).map(({ sourceId, instance }) => {
        const serverId = assigned.get(sourceId)!.get(instance);
        return this.readHost(sourceId, instance, serverId, beforeMs);
      });
      await Promise.all(reading);
    }
  }

  private async tryReading(): Promise<void> {
    try {
      await this.read();
      if (await this.hosts.hasScrapes()) this.wake();
    } catch (error) {
      this.logger.warn('what Prometheus wrote waits', error);
      this.wake();
    }
  }

  /** Ingest knows a sample again, so that a scrape read twice is one sample. */
  private readHost(
    sourceId: string,
    instance: string,
    serverId: string | undefined,
    beforeMs: number,
  ): Promise<void> {
    return this.database.transaction(async (client) => {
      const held = await this.hosts.lock(client, sourceId, instance);
      if (!held) return;
      const scrapes = await this.hosts.scrapes(client, sourceId, instance, beforeMs);
      const { samples, progress } = readScrapes(held.progress, scrapes);
      // The server may have been taken away since.
      if (serverId) await this.handIn(serverId, instance, samples);
      await this.hosts.settle(client, sourceId, instance, { scrapes, progress });
    });
  }

  private async handIn(serverId: string, instance: string, samples: unknown[]): Promise<void> {
    const results = await this.ingest.accept(serverId, { sentAt: instantText(this.clock.nowMs()), samples });
    const rejected = results.filter(({ status }) => status === 'rejected');
    if (rejected.length > 0) {
      const { message } = rejected[0]!;
      this.logger.warn(`${rejected.length} scrapes of ${instance} were not kept: ${message}`);
    }
  }
}
