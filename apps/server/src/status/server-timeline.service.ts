import { Injectable } from '@nestjs/common';
import { isSameReading, joinAlike, readTail, type Interval, type ObservedInterval } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { LatestStore, type Latest } from '../telemetry/latest-store.js';
import { HubHeartbeatService } from './hub-heartbeat.service.js';
import { followedSimply, IntervalStore } from './interval-store.js';
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
    private readonly clock: Clock,
  ) {}

  /** The readings that overlap the period, by server; servers never heard of have none. */
  async of(serverIds: readonly string[], period: Interval): Promise<Map<string, ObservedInterval[]>> {
    await this.reader.settle(serverIds);
    const nowMs = this.clock.nowMs();
    const [stored, progress, latest] = await Promise.all([
      this.intervals.overlapping(serverIds, period),
      this.intervals.progress(serverIds),
      this.latest.listByIds(serverIds),
    ]);
    const tails = await this.tails(latest, nowMs);
    return new Map(
      latest.map(({ serverId, fact }) => {
        const followed: ObservedInterval[] = [];
        const untilMs = progress.get(serverId)?.untilMs ?? fact.observedAtMs;
        if (fact.observedAtMs > untilMs) {
          followed.push(followedSimply(untilMs, fact.observedAtMs));
        }
        const all = [...(stored.get(serverId) ?? []), ...followed, ...(tails.get(serverId) ?? [])];
        return [serverId, joinAlike(all, isSameReading)];
      }),
    );
  }

  /** How the time from each last sample to now is read. */
  async tails(latest: readonly Latest[], nowMs: number): Promise<Map<string, ObservedInterval[]>> {
    const sinceMs = Math.min(nowMs, ...latest.map(({ fact }) => fact.observedAtMs));
    const hubOutages = await this.heartbeat.outages({ fromMs: sinceMs, toMs: nowMs });
    return new Map(
      latest.map(({ serverId, fact }) => [serverId, readTail(fact, nowMs, { probes: [], hubOutages })]),
    );
  }
}
