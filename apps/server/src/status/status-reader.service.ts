import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { EventBus } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { inBackground } from '../platform/request-context.js';
import { DiscontinuityStore } from '../telemetry/discontinuity-store.js';
import { passesOf } from './reading-passes.js';
import { StatusReadingService } from './status-reading.service.js';

/**
 * How often marks are looked for. Each report of an agent that catches up marks its server: what comes within this time
 * is read at once, of all servers together. Whoever asks for a figure does not wait for it.
 */
const sweepEveryMs = 2000;

/**
 * Has status read again wherever samples do not simply follow each other. The marks are durable, so that a hub that was
 * killed finds them when it is back, and any other process too.
 */
@Injectable()
export class StatusReaderService implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly discontinuities: DiscontinuityStore,
    private readonly reading: StatusReadingService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sweep(), sweepEveryMs);
    this.sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /**
   * Reads whatever is marked of these servers (or of all) before it returns: what a figure must not be counted without.
   *
   * @throws the first error, after the others were read: what of one server cannot be read keeps no other waiting
   */
  async settle(serverIds?: readonly string[]): Promise<void> {
    const errors: unknown[] = [];
    for (const pass of passesOf(await this.discontinuities.list(serverIds), this.clock.nowMs())) {
      await this.read(pass).catch(async (error: unknown) => {
        if (pass.length === 1) return void errors.push(error);
        for (const serverId of pass)
          await this.read([serverId]).catch((ofOne: unknown) => void errors.push(ofOne));
      });
    }
    if (errors.length > 0) throw errors[0];
  }

  private sweep(): void {
    this.sweeping ??= inBackground(() => this.settle())
      .catch((error: Error) => this.logger.error('status could not be read', error))
      .finally(() => (this.sweeping = undefined));
  }

  private async read(serverIds: readonly string[]): Promise<void> {
    for (const serverId of await this.reading.read(serverIds)) this.bus.emit('status.reread', { serverId });
  }
}
