import { Injectable } from '@nestjs/common';
import { isSameReading, joinAlike, readTail, type Interval, type ObservedInterval } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { LatestStore, type Heard } from '../telemetry/latest-store.js';
import { HubHeartbeatService } from './hub-heartbeat.service.js';
import { followedSimply, IntervalStore } from './interval-store.js';
import { ProbeEvidence } from './probe-evidence.service.js';
import { StatusReaderService } from './status-reader.service.js';

/**
 * How servers' time was read, up to now: the stored intervals, what has simply followed since, and the tail from the
 * last sample.
 */
@Injectable()
export class ServerTimelineService {
  constructor(
    private readonly reader: StatusReaderService,
    private readonly intervals: IntervalStore,
    private readonly latest: LatestStore,
    private readonly heartbeat: HubHeartbeatService,
    private readonly probes: ProbeEvidence,
    private readonly clock: Clock,
  ) {}

  /** The readings that overlap the period, by server; servers never heard of have none. */
  async of(serverIds: readonly string[], period: Interval): Promise<Map<string, ObservedInterval[]>> {
    const nowMs = this.clock.nowMs();
    // In this order: every gap before these samples is read before its intervals are. What is committed meanwhile
    // could otherwise pass for samples that simply followed.
    const heard = await this.latest.heardOf(serverIds);
    await this.reader.settle(serverIds);
    const progress = await this.intervals.progress(serverIds);
    const stored = await this.intervals.overlapping(serverIds, period);
    const untilMs = ({ serverId, fact }: Heard) => progress.get(serverId)?.untilMs ?? fact.observedAtMs;
    const latest = heard.map((one) => lastHeard(one, untilMs(one)));
    const tails = await this.tails(latest, nowMs);
    return new Map(
      latest.map((one) => {
        const { serverId, fact } = one;
        const followed =
          fact.observedAtMs > untilMs(one) ? [followedSimply(untilMs(one), fact.observedAtMs)] : [];
        const all = [...(stored.get(serverId) ?? []), ...followed, ...(tails.get(serverId) ?? [])];
        return [serverId, joinAlike(all, isSameReading)];
      }),
    );
  }

  /** How the time from each last sample to now is read. */
  async tails(latest: readonly Heard[], nowMs: number): Promise<Map<string, ObservedInterval[]>> {
    const sinceMs = Math.min(nowMs, ...latest.map(({ fact }) => fact.observedAtMs));
    const stretch = { fromMs: sinceMs, toMs: nowMs };
    const hubOutages = await this.heartbeat.outages(stretch);
    const serverIds = latest.map(({ serverId }) => serverId);
    const probed = await this.probes.ofHosts(serverIds, stretch);
    return new Map(
      latest.map(({ serverId, fact }) => {
        const probes = probed.get(serverId) ?? [];
        return [serverId, readTail(fact, nowMs, { probes, hubOutages })];
      }),
    );
  }
}

/** A sample that was read while the intervals were is newer than what was heard before. */
const lastHeard = (latest: Heard, readUntilMs: number): Heard =>
  readUntilMs > latest.fact.observedAtMs
    ? { ...latest, fact: { ...latest.fact, observedAtMs: readUntilMs } }
    : latest;
