import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { AgentProbe } from '@opsgauge/contract';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import { ProbesService } from '../../inventory/probes.service.js';
import { EventBus } from '../../platform/event-bus.js';
import { Logger } from '../../platform/logging/logger.js';
import { inBackground } from '../../platform/request-context.js';

/** How soon what another process changed is known here. */
const rereadEveryMs = 15_000;

/** Which probes are to be run now, known without asking the database. */
@Injectable()
export class ProbePlans implements OnApplicationBootstrap, OnApplicationShutdown {
  private enabled: readonly ProbeDefinition[] = [];
  private readonly listeners: (() => void)[] = [];
  private reading: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly probes: ProbesService,
    private readonly bus: EventBus,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unsubscribe = this.bus.on('probes.changed', () => this.reread());
    this.timer = setInterval(() => this.reread(), rereadEveryMs);
    this.reread();
    await this.reading;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.unsubscribe?.();
    await this.reading;
  }

  /** Those the hub runs itself. */
  ofHub(): readonly ProbeDefinition[] {
    return this.enabled.filter(({ runnerServerId }) => runnerServerId === null);
  }

  /** What a server's agent is to run. */
  ofAgent(serverId: string): AgentProbe[] {
    return this.enabled
      .filter(({ runnerServerId }) => runnerServerId === serverId)
      .map(({ id, target, intervalSeconds, timeoutSeconds }) => ({
        id,
        target,
        intervalSeconds,
        timeoutSeconds,
      }));
  }

  /** Those whose word counts for the status of others. */
  vouching(): readonly ProbeDefinition[] {
    return this.enabled.filter(({ isCanary, isEvidenceOfHost }) => isCanary || isEvidenceOfHost);
  }

  /** @param listener called whenever the plans were read again */
  onReread(listener: () => void): void {
    this.listeners.push(listener);
  }

  private reread(): void {
    this.reading = this.reading.then(() =>
      inBackground(async () => {
        try {
          this.enabled = (await this.probes.all()).filter(({ isEnabled }) => isEnabled);
          for (const listener of this.listeners) listener();
        } catch (error) {
          this.logger.warn('the probes could not be read', { error: { message: (error as Error).message } });
        }
      }),
    );
  }
}
