import { Inject, Injectable } from '@nestjs/common';
import type { EnrolmentRequest, EnrolmentResponse } from '@opsgauge/contract';
import { AgentCredentialsService } from '../accounts/agent-credentials.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { Database } from '../platform/database/database.js';
import { MakeUpsService } from './make-ups.service.js';
import type { Server } from './server.entity.js';
import { ServersService } from './servers.service.js';
import { SystemsService } from './systems.service.js';

/** The agents' ordinary interval. */
const defaultIntervalSeconds = 10;

/** Brings agents in: a one-time token against a server of its own and a credential. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly credentials: AgentCredentialsService,
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly makeUps: MakeUpsService,
    private readonly audit: AuditService,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * @param address where the request came from
   * @throws ApplicationError `enrolment_token_invalid`
   */
  async enrol(request: EnrolmentRequest, address: string): Promise<EnrolmentResponse> {
    const { isLocal, madeBy } = await this.credentials.consumeToken(request.token);
    const server = isLocal
      ? await this.oneAtATime(() => this.enrolLocal(request, address))
      : await this.add(request, address, false);
    const credential = await this.credentials.issue(server.id);
    if (server.retiredAt) await this.credentials.suspend(server.id, true);
    await this.audit.record({
      action: 'server.enrol',
      targetKind: 'server',
      targetId: server.id,
      targetName: server.name,
      after: {
        hostname: request.hostname,
        address,
        agentVersion: request.agentVersion,
        isLocal,
        ...(madeBy === null ? {} : { invitedBy: madeBy }),
      },
    });
    return {
      serverId: server.id,
      serverName: server.name,
      credential,
      intervalSeconds: defaultIntervalSeconds,
      configuration: { timeZone: this.configuration.timeZone },
    };
  }

  /** Whether the agent of the hub's own machine has enrolled and may report. */
  async isLocalAgentEnrolled(): Promise<boolean> {
    const local = await this.servers.findLocal();
    return local !== null && (await this.credentials.hasCredential(local.id));
  }

  /**
   * The hub's own machine stays one server, however often its agent has to enrol again. The system that holds it is
   * made with it; its contract starts at enrolment.
   */
  private async enrolLocal(request: EnrolmentRequest, address: string): Promise<Server> {
    const known = await this.servers.findLocal();
    if (known) {
      await this.credentials.revokeAll(known.id);
      return known;
    }
    const server = await this.add(request, address, true);
    const system = await this.systems.create(
      { project: '运衡平台运行维护', system: '运衡平台', short: '运衡平台' },
      server.enrolledAt,
    );
    await this.makeUps.begin(system.id, server.id);
    return server;
  }

  /** Of two local agents that come at once, also to two hubs, the second has to find what the first has made. */
  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('enrol-local'))`);
      return work();
    });
  }

  /** The hub's own machine needs nobody's approval. */
  private add(request: EnrolmentRequest, address: string, isLocal: boolean): Promise<Server> {
    const enrolledAt = new Date(this.clock.nowMs());
    return this.servers.add({
      name: request.hostname,
      hostname: request.hostname,
      address,
      operatingSystem: request.operatingSystem ?? request.platform,
      isLocal,
      enrolledAt,
      approvedAt: isLocal ? enrolledAt : null,
    });
  }
}
