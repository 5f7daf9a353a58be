import { Injectable } from '@nestjs/common';
import { clipAll, commonSilences, type Interval, type ProbedInterval } from '@opsgauge/domain';
import { ProbePlans } from '../telemetry/probes/probe-plans.service.js';
import { ProbeStretchStore } from '../telemetry/probes/probe-stretch-store.js';

/** What probes say of hosts that are silent, and of the hub's own network. Costs nothing where no probe vouches. */
@Injectable()
export class ProbeEvidence {
  constructor(
    private readonly plans: ProbePlans,
    private readonly stretches: ProbeStretchStore,
  ) {}

  /** What independent probes saw of hosts that overlaps the period, by server; none of a host that nobody probes. */
  async ofHosts(serverIds: readonly string[], period: Interval): Promise<Map<string, ProbedInterval[]>> {
    const wanted = new Set(serverIds);
    const probes = this.plans
      .vouching()
      .filter(({ isEvidenceOfHost, serverId }) => isEvidenceOfHost && serverId && wanted.has(serverId));
    if (probes.length === 0) return new Map();
    const stretches = await this.stretches.overlapping(
      probes.map(({ id }) => id),
      period,
    );
    const byHost = new Map<string, ProbedInterval[]>();
    for (const { id, serverId } of probes) {
      byHost.set(serverId!, [...(byHost.get(serverId!) ?? []), ...(stretches.get(id) ?? [])]);
    }
    return byHost;
  }

  /** When all canaries were silent together. One that never answered is a mistake in its making, and has no say. */
  async canarySilences(period: Interval): Promise<Interval[]> {
    const ids = this.plans
      .vouching()
      .filter(({ isCanary }) => isCanary)
      .map(({ id }) => id);
    if (ids.length === 0) return [];
    const answered = await this.stretches.everUp(ids);
    const stretches = await this.stretches.overlapping([...answered], period);
    const silences = [...answered].map((id) =>
      (stretches.get(id) ?? []).filter(({ observation }) => observation === 'down'),
    );
    return clipAll(commonSilences(silences), period);
  }
}
