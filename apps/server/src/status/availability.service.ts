import { Inject, Injectable } from '@nestjs/common';
import {
  capAt,
  classify,
  clip,
  systemStatus,
  type ClassifiedInterval,
  type Interval,
} from '@opsgauge/domain';
import { membershipOf, serviceOfServers, servicePeriods } from '../inventory/service-periods.js';
import { ServersService } from '../inventory/servers.service.js';
import { SystemsService, type SystemMakeUp } from '../inventory/systems.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { ServerTimelineService } from './server-timeline.service.js';

/** What a target was over a period: its class at each instant, up to now. */
export interface StatusOverPeriod {
  /** Capped at now. */
  readonly period: Interval;
  readonly intervals: ClassifiedInterval[];
}

/** Status of servers and systems over a period, with maintenance and the contract laid over it. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly timelines: ServerTimelineService,
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ApplicationError `not_found` */
  async ofServer(serverId: string, period: Interval): Promise<StatusOverPeriod> {
    const capped = capAt(period, this.clock.nowMs());
    await this.servers.get(serverId);
    const [systems, readings, maintenance] = await Promise.all([
      this.systems.list(),
      this.timelines.of([serverId], capped),
      this.systems.maintenanceOf({ serverId }, capped),
    ]);
    const service = this.serviceOf(systems, capped)(serverId);
    return {
      period: capped,
      intervals: classify(readings.get(serverId) ?? [], { maintenance, service }, capped),
    };
  }

  /** @throws ApplicationError `not_found` */
  async ofSystem(systemId: string, period: Interval): Promise<StatusOverPeriod> {
    const capped = capAt(period, this.clock.nowMs());
    const makeUp = await this.systems.get(systemId);
    const deciding = makeUp.memberships
      .filter((one) => one.isCritical || one.redundancyGroupId !== null)
      .map((one) => ({ ...one, membership: membershipOf(one) }))
      .filter(({ membership }) => clip(membership, capped) !== null);
    const [readings, serverMaintenance, maintenance] = await Promise.all([
      this.timelines.of(
        deciding.map(({ serverId }) => serverId),
        capped,
      ),
      this.systems.maintenanceOfServers(capped),
      this.systems.maintenanceOf({ systemId }, capped),
    ]);
    const components = deciding.map(({ serverId, redundancyGroupId, membership }) => ({
      observations: readings.get(serverId) ?? [],
      maintenance: serverMaintenance.get(serverId) ?? [],
      groupId: redundancyGroupId,
      membership,
    }));
    const service = servicePeriods(makeUp.contracts, capped, this.configuration.timeZone);
    const overlay = { maintenance, service };
    return { period: capped, intervals: systemStatus(components, [...makeUp.groups], overlay, capped) };
  }

  /** Many servers at once: a handful of queries, whatever their number. */
  async ofServers(
    serverIds: readonly string[],
    period: Interval,
    systems: readonly SystemMakeUp[],
  ): Promise<Map<string, ClassifiedInterval[]>> {
    const capped = capAt(period, this.clock.nowMs());
    const [readings, maintenance] = await Promise.all([
      this.timelines.of(serverIds, capped),
      this.systems.maintenanceOfServers(capped),
    ]);
    const serviceOf = this.serviceOf(systems, capped);
    return new Map(
      serverIds.map((serverId) => {
        const overlay = { maintenance: maintenance.get(serverId) ?? [], service: serviceOf(serverId) };
        return [serverId, classify(readings.get(serverId) ?? [], overlay, capped)];
      }),
    );
  }

  private serviceOf(systems: readonly SystemMakeUp[], period: Interval): (serverId: string) => Interval[] {
    return serviceOfServers(systems, period, this.configuration.timeZone);
  }
}
