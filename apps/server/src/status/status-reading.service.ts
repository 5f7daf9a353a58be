import { Injectable } from '@nestjs/common';
import { readBetweenSamples, type Interval, type SampleFact } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { DiscontinuityStore } from '../telemetry/discontinuity-store.js';
import { SampleFacts } from '../telemetry/reading/sample-facts.js';
import { toldFact } from '../telemetry/remote-write/told-fact.js';
import { newReadings } from './gap-history.js';
import { GapReadingStore } from './gap-reading-store.js';
import { HubHeartbeatService } from './hub-heartbeat.service.js';
import { IntervalStore, type ReadStretch } from './interval-store.js';
import { ProbeEvidence } from './probe-evidence.service.js';
import type { ServerStretch } from './server-stretch.js';
import { statusRereadJob, type StatusReread } from './status-reread.js';

/** A stretch of which the samples are known. */
interface KnownStretch extends ServerStretch {
  readonly facts: readonly SampleFact[];
}

/** Reads the status of servers that are marked, and stores it in the transaction that takes their marks away. */
@Injectable()
export class StatusReadingService {
  constructor(
    private readonly database: Database,
    private readonly samples: SampleFacts,
    private readonly discontinuities: DiscontinuityStore,
    private readonly intervals: IntervalStore,
    private readonly gapReadings: GapReadingStore,
    private readonly heartbeat: HubHeartbeatService,
    private readonly jobs: Jobs,
    private readonly probes: ProbeEvidence,
    private readonly clock: Clock,
  ) {}

  /**
   * All of them in one go: the statements are as many for a hundred servers as for one.
   *
   * @returns those whose status was read; the others had been read by somebody else
   */
  async read(serverIds: readonly string[]): Promise<string[]> {
    return this.database.transaction(async (client) => {
      await this.intervals.lock(client, serverIds);
      // Only now: a mark that was listed may have been read by another, and a new one have come in its place.
      const marks = await this.discontinuities.list(serverIds, client);
      if (marks.length === 0) return [];
      const facts = await this.samples.since(client, marks);
      await this.store(client, [...facts].flatMap(toStretch));
      await this.discontinuities.settle(client, marks);
      return marks.map(({ serverId }) => serverId);
    });
  }

  private async store(client: Transaction, stretches: readonly KnownStretch[]): Promise<void> {
    if (stretches.length === 0) return;
    const span = spanOf(stretches);
    const hubOutages = await this.heartbeat.outages(span);
    const serverIds = stretches.map(({ serverId }) => serverId);
    const probed = await this.probes.ofHosts(serverIds, span);
    const read: ReadStretch[] = stretches.map((stretch) => ({
      ...stretch,
      read: readBetweenSamples(stretch.facts, { probes: probed.get(stretch.serverId) ?? [], hubOutages }),
    }));
    const recorded = await this.gapReadings.recorded(client, read);
    const readings = read.flatMap(({ serverId, read: intervals }) =>
      newReadings(recorded.get(serverId)!, intervals).map((one) => ({ serverId, ...one })),
    );
    await this.gapReadings.add(client, this.clock.nowMs(), readings);
    await this.tellOf(client, readings);
    await this.intervals.replaceFrom(client, read);
  }

  /** Faults are judged by it as soon as it is committed, and not without. */
  private async tellOf(client: Transaction, readings: readonly ServerStretch[]): Promise<void> {
    const serverIds = [...new Set(readings.map(({ serverId }) => serverId))];
    const stretches = serverIds.map((serverId) => ({
      serverId,
      ...spanOf(readings.filter((one) => one.serverId === serverId)),
    }));
    if (stretches.length > 0)
      await this.jobs.enqueue(client, statusRereadJob, { stretches } satisfies StatusReread);
  }
}

/** Nothing where there are no samples. */
function toStretch([serverId, samples]: [string, SampleFact[]]): KnownStretch[] {
  const facts = samples.map(toldFact);
  const [first, last] = [facts[0], facts.at(-1)];
  return first && last ? [{ serverId, fromMs: first.observedAtMs, toMs: last.observedAtMs, facts }] : [];
}

const spanOf = (stretches: readonly Interval[]): Interval => ({
  fromMs: stretches.reduce((least, { fromMs }) => Math.min(least, fromMs), Infinity),
  toMs: stretches.reduce((most, { toMs }) => Math.max(most, toMs), -Infinity),
});
