import { Inject, Injectable } from '@nestjs/common';
import {
  capAt,
  classify,
  clip,
  systemStatus,
  type ClassifiedInterval,
  type Interval,
} from '@opsgauge/domain';
import { MaintenanceCalendar } from '../inventory/maintenance-calendar.service.js';
import {
  maintenanceOfServers,
  membershipOf,
  serviceOfServers,
  servicePeriods,
} from '../inventory/service-periods.js';
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
    private readonly maintenance: MaintenanceCalendar,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ApplicationError `not_found` */
  async ofServer(serverId: string, period: Interval): Promise<StatusOverPeriod> {
    const capped = capAt(period, this.clock.nowMs());
    await this.servers.get(serverId);
    const intervals = await this.ofServers([serverId], capped, await this.systems.list());
    return { period: capped, intervals: intervals.get(serverId)! };
  }

  /** @throws ApplicationError `not_found` */
  async ofSystem(systemId: string, period: Interval): Promise<StatusOverPeriod> {
    const makeUp = await this.systems.get(systemId);
    return (await this.ofSystems([makeUp], period)).get(systemId)!;
  }

  /** Many systems at once, each server's time read once. */
  async ofSystems(
    makeUps: readonly SystemMakeUp[],
    period: Interval,
  ): Promise<Map<string, StatusOverPeriod>> {
    const capped = capAt(period, this.clock.nowMs());
    const deciding = new Map(makeUps.map((makeUp) => [makeUp.system.id, decidingMembers(makeUp, capped)]));
    const serverIds = new Set([...deciding.values()].flat().map(({ serverId }) => serverId));
    const [readings, serverMaintenance, systemMaintenance] = await Promise.all([
      this.timelines.of([...serverIds], capped),
      this.maintenance.ofServers(capped),
      this.maintenance.ofSystems(capped),
    ]);
    return new Map(
      makeUps.map(({ system: { id }, contracts, groups }) => {
        const components = deciding.get(id)!.map(({ serverId, redundancyGroupId, membership }) => ({
          observations: readings.get(serverId) ?? [],
          maintenance: serverMaintenance.get(serverId) ?? [],
          groupId: redundancyGroupId,
          membership,
        }));
        const overlay = {
          maintenance: systemMaintenance.get(id) ?? [],
          service: servicePeriods(contracts, capped, this.configuration.timeZone),
        };
        return [id, { period: capped, intervals: systemStatus(components, groups, overlay, capped) }];
      }),
    );
  }

  /**
   * Many servers at once: a handful of queries, whatever their number. A system's maintenance is its servers' too.
   *
   * @param systems in which they are, or were within the period
   */
  async ofServers(
    serverIds: readonly string[],
    period: Interval,
    systems: readonly SystemMakeUp[],
  ): Promise<Map<string, ClassifiedInterval[]>> {
    const capped = capAt(period, this.clock.nowMs());
    const [servers, readings, own, ofSystems] = await Promise.all([
      this.servers.listByIds(serverIds),
      this.timelines.of(serverIds, capped),
      this.maintenance.ofServers(capped),
      this.maintenance.ofSystems(capped),
    ]);
    const maintenanceOf = maintenanceOfServers(systems, own, ofSystems);
    const serviceOf = serviceOfServers(systems, capped, this.configuration.timeZone);
    return new Map(
      servers.map((server) => {
        const { id } = server;
        const overlay = { maintenance: maintenanceOf(id), service: serviceOf(server) };
        return [id, classify(readings.get(id) ?? [], overlay, capped)];
      }),
    );
  }
}

/** Those that the system's status depends on at some time of the period. */
const decidingMembers = ({ memberships }: SystemMakeUp, period: Interval) =>
  memberships
    .filter((one) => one.isCritical || one.redundancyGroupId !== null)
    .map((one) => ({ ...one, membership: membershipOf(one) }))
    .filter(({ membership }) => clip(membership, period) !== null);
