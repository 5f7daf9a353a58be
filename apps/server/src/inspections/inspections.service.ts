import crypto from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  inspectionReadingSchema,
  type Inspection as InspectionResponse,
  type InspectionReading,
} from '@opsgauge/contract';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { AgentCredentialsService } from '../accounts/agent-credentials.service.js';
import type { Scope } from '../accounts/scope.js';
import { ServersService } from '../inventory/servers.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { AgentHints } from '../telemetry/agent-hints.js';
import { Inspection } from './inspection.entity.js';

/** An agent that has been away for longer than this is no longer asked for an old inspection. */
const askedForMs = 24 * 3_600_000;
const refreshEveryMs = 5000;

/** Inspections on demand: asked for here, hinted to the agent with its next report, handed in by it. */
@Injectable()
export class InspectionsService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Per server, the oldest inspection its agent still owes. */
  private open = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectRepository(Inspection) private readonly inspections: Repository<Inspection>,
    private readonly servers: ServersService,
    private readonly credentials: AgentCredentialsService,
    private readonly visibility: VisibilityService,
    private readonly hints: AgentHints,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.hints.addSource((serverId) => {
      const inspectionId = this.open.get(serverId);
      return inspectionId ? { inspectNow: { inspectionId } } : {};
    });
    await this.refresh();
    this.timer = setInterval(() => {
      void this.refresh().catch((error: Error) =>
        this.logger.warn('open inspections could not be read', error),
      );
    }, refreshEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Asks for an inspection. One that is still open is not asked for twice.
   * @throws ApplicationError `not_found`; `server_without_agent` of one whose samples come from elsewhere
   */
  async request(scope: Scope, serverId: string, requestedBy: string): Promise<InspectionResponse> {
    await this.visibility.requireServer(scope, serverId);
    const server = await this.servers.get(serverId);
    if (!(await this.credentials.hasCredential(serverId))) {
      throw new ApplicationError('server_without_agent', 'the server has no agent that could inspect it');
    }
    const nowMs = this.clock.nowMs();
    const { inspection, isNew } = await this.inspections.manager.transaction(async (manager) => {
      // Several may ask at once, here or at another hub.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('inspection'), hashtext($1))`, [serverId]);
      const open = await manager.findOneBy(Inspection, {
        serverId,
        completedAt: IsNull(),
        requestedAt: MoreThan(new Date(nowMs - askedForMs)),
      });
      if (open) return { inspection: open, isNew: false };
      const asked = manager.create(Inspection, {
        id: crypto.randomUUID(),
        serverId,
        requestedBy,
        requestedAt: new Date(nowMs),
        completedAt: null,
        reading: null,
      });
      return { inspection: await manager.save(asked), isNew: true };
    });
    if (isNew) {
      await this.audit.record({
        action: 'inspection.request',
        targetKind: 'server',
        targetId: serverId,
        targetName: server.name,
        after: { inspectionId: inspection.id },
      });
    }
    this.open.set(serverId, inspection.id);
    return this.describe(inspection);
  }

  /**
   * Takes an agent's reading in; handed in again (its answer was lost), it changes nothing. One nobody asked for is of
   * the agent's own monthly schedule.
   * @throws ApplicationError `not_found`, also for another server's inspection
   */
  async complete(serverId: string, id: string, reading: InspectionReading): Promise<void> {
    const { affected } = await this.inspections.update(
      { id, serverId, completedAt: IsNull() },
      { completedAt: new Date(this.clock.nowMs()), reading },
    );
    if (affected === 0) await this.addScheduled(serverId, id, reading);
    if (!(await this.inspections.existsBy({ id, serverId }))) throw notFound('inspection');
    if (this.open.get(serverId) === id) this.open.delete(serverId);
    this.bus.emit('inspection.completed', { inspectionId: id, serverId });
  }

  /** @throws ApplicationError `not_found` */
  async get(scope: Scope, id: string): Promise<InspectionResponse> {
    const inspection = await this.inspections.findOneBy({ id });
    const { seesServer } = await this.visibility.of(scope);
    if (!inspection || !seesServer(inspection.serverId)) throw notFound('inspection');
    return this.describe(inspection);
  }

  /** The newest first, at most 100. */
  async listOf(scope: Scope, serverId: string): Promise<InspectionResponse[]> {
    await this.visibility.requireServer(scope, serverId);
    await this.servers.get(serverId);
    const found = await this.inspections.find({
      where: { serverId },
      order: { requestedAt: 'DESC' },
      take: 100,
    });
    return Promise.all(found.map((inspection) => this.describe(inspection)));
  }

  private async addScheduled(serverId: string, id: string, reading: InspectionReading): Promise<void> {
    const completedAt = new Date(this.clock.nowMs());
    await this.inspections
      .createQueryBuilder()
      .insert()
      .values({
        id,
        serverId,
        requestedBy: null,
        requestedAt: new Date(reading.observedAt),
        completedAt,
        reading,
      })
      .orIgnore()
      .execute();
  }

  private stateOf({ completedAt, requestedAt }: Inspection): InspectionResponse['state'] {
    if (completedAt) return 'completed';
    return requestedAt.getTime() > this.clock.nowMs() - askedForMs ? 'requested' : 'expired';
  }

  private async refresh(): Promise<void> {
    const since = new Date(this.clock.nowMs() - askedForMs);
    const open = await this.inspections.find({
      where: { completedAt: IsNull(), requestedAt: MoreThan(since) },
      order: { requestedAt: 'DESC' },
    });
    this.open = new Map(open.map(({ serverId, id }) => [serverId, id]));
  }

  private async describe(inspection: Inspection): Promise<InspectionResponse> {
    return {
      id: inspection.id,
      serverId: inspection.serverId,
      serverName: (await this.servers.get(inspection.serverId)).name,
      state: this.stateOf(inspection),
      requestedAt: inspection.requestedAt.toISOString(),
      completedAt: inspection.completedAt?.toISOString() ?? null,
      reading: inspection.reading && inspectionReadingSchema.parse(inspection.reading),
    };
  }
}
