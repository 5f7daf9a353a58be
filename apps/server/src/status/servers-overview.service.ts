import { Inject, Injectable } from '@nestjs/common';
import type { LatestSample, Server, ServerDetail, ServersResponse, ServerUpdate } from '@opsgauge/contract';
import {
  availability,
  coverage,
  monthOf,
  percentText,
  sumTotals,
  totalsOf,
  type ClassifiedInterval,
  type Interval,
} from '@opsgauge/domain';
import type { Scope } from '../accounts/scope.js';
import type { Server as ServerEntity } from '../inventory/server.entity.js';
import { ServersService } from '../inventory/servers.service.js';
import { SystemsService, type SystemMakeUp } from '../inventory/systems.service.js';
import { type Visibility, VisibilityService } from '../inventory/visibility.service.js';
import { Clock, instantText } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import type { Latest } from '../telemetry/latest-rows.js';
import { LatestStore } from '../telemetry/latest-store.js';
import { CpuCurves } from '../telemetry/reading/cpu-curves.service.js';
import { AvailabilityService } from './availability.service.js';
import { currentStatus } from './current-status.js';

const sparkSteps = 40;
/** The little curves of a thousand servers cost more than all the rest: one answer serves everybody for a while. */
const sparksKeptMs = 30_000;

/** The servers as the overview shows them. */
@Injectable()
export class ServersOverviewService {
  private sparks: { atMs: number; values: Promise<Map<string, (number | null)[]>> } | undefined;

  constructor(
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly latest: LatestStore,
    private readonly availability: AvailabilityService,
    private readonly curves: CpuCurves,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Those in the scope that are in use, or that are retired; `fleet` is of them only. */
  async list(scope: Scope, which = { isRetired: false }): Promise<ServersResponse> {
    const visibility = await this.visibility.of(scope);
    const servers = (await this.servers.list(which)).filter(({ id }) => visibility.seesServer(id));
    const { items, statuses } = await this.describe(servers, visibility);
    const fleet = sumTotals([...statuses.values()].map(totalsOf));
    return {
      items,
      fleet: {
        monthAvailabilityPercent: percentText(availability(fleet)),
        monthCoveragePercent: percentText(coverage(fleet)),
      },
    };
  }

  /** @throws ApplicationError `not_found`, also for what lies outside the scope */
  async get(scope: Scope, id: string): Promise<ServerDetail> {
    await this.visibility.requireServer(scope, id);
    const { items, latest } = await this.describe(
      [await this.servers.get(id)],
      await this.visibility.of(scope),
    );
    const additional = latest[0]?.readings.additional;
    return { ...items[0]!, ...(additional && { additional }) };
  }

  /** What a live page needs to know of these servers now. */
  async updates(serverIds: readonly string[]): Promise<ServerUpdate[]> {
    const [systems, latest] = await Promise.all([this.systems.list(), this.latest.listByIds(serverIds)]);
    const statuses = await this.availability.ofServers(serverIds, this.month(), systems);
    return latest.map((one) => ({
      id: one.serverId,
      ...currentStatus(statuses.get(one.serverId) ?? []),
      lastReportAt: instantText(one.lastReportAtMs),
      latest: latestSample(one),
      ...(one.readings.additional && { additional: one.readings.additional }),
    }));
  }

  private async describe(servers: readonly ServerEntity[], visibility: Visibility) {
    const ids = servers.map(({ id }) => id);
    const [systems, latest, sparks] = await Promise.all([
      this.systems.list(),
      this.latest.listByIds(ids),
      this.cpuCurves(this.clock.nowMs()),
    ]);
    const statuses = await this.availability.ofServers(ids, this.month(), systems);
    const latestById = new Map(latest.map((one) => [one.serverId, one]));
    const visible = systems.filter(({ system }) => visibility.seesSystem(system.id));
    const items = servers.map((server) =>
      describe(
        server,
        visible,
        latestById.get(server.id),
        statuses.get(server.id) ?? [],
        sparks.get(server.id),
      ),
    );
    return { items, statuses, latest };
  }

  private month(): Interval {
    return monthOf(this.clock.nowMs(), this.configuration.timeZone);
  }

  private cpuCurves(nowMs: number): Promise<Map<string, (number | null)[]>> {
    if (!this.sparks || nowMs - this.sparks.atMs > sparksKeptMs) {
      this.sparks = { atMs: nowMs, values: this.curves.lastHour(nowMs, sparkSteps) };
      this.sparks.values.catch(() => (this.sparks = undefined));
    }
    return this.sparks.values;
  }
}

/** @param systems those whose names may be told */
function describe(
  server: ServerEntity,
  systems: readonly SystemMakeUp[],
  latest: Latest | undefined,
  month: readonly ClassifiedInterval[],
  spark: (number | null)[] | undefined,
): Server {
  const holding = systems.find(({ components }) => components.some(({ serverId }) => serverId === server.id));
  const totals = totalsOf(month);
  return {
    id: server.id,
    name: server.name,
    hostname: server.hostname,
    address: server.address,
    operatingSystem: server.operatingSystem,
    agentVersion: latest?.agentVersion ?? null,
    intervalSeconds: (latest?.fact.intervalMs ?? 10_000) / 1000,
    systemId: holding?.system.id ?? null,
    systemName: holding?.system.name ?? null,
    isCritical: holding?.components.find(({ serverId }) => serverId === server.id)?.isCritical ?? false,
    isApproved: server.approvedAt !== null,
    isRetired: server.retiredAt !== null,
    gatewayServerId: server.gatewayServerId,
    ...currentStatus(month),
    lastReportAt: latest ? instantText(latest.lastReportAtMs) : null,
    latest: latest ? latestSample(latest) : null,
    monthAvailabilityPercent: percentText(availability(totals)),
    monthCoveragePercent: percentText(coverage(totals)),
    cpuLastHour: spark ?? Array.from({ length: sparkSteps }, () => null),
    droppedSamples: latest?.droppedSamples ?? 0,
  };
}

const latestSample = ({ metrics, readings, fact }: Latest): LatestSample => ({
  ...metrics,
  observedAt: instantText(fact.observedAtMs),
  devices: readings.devices,
});
