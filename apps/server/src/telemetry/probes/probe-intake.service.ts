import { Injectable } from '@nestjs/common';
import { agentProbeResultSchema } from '@opsgauge/contract';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import { ProbesService } from '../../inventory/probes.service.js';
import type { Queryable } from '../../platform/database/database.js';
import { grouped } from '../../platform/grouped.js';
import type { PendingReport } from '../apply-reports.js';
import { sampleKey } from '../recent/sample-store.js';
import { ProbeMonths } from './probe-months.js';
import { storedResult, type StoredResult } from './probe-result.js';
import { ProbeResultStore } from './probe-result-store.js';

/** What came later than this may tell more of a gap that was read meanwhile. */
const lateAfterMs = 20_000;

/** A result that came with a sample, and is kept when that one is. */
export interface ArrivedResult {
  readonly probe: ProbeDefinition;
  readonly sampleKey: string;
  readonly receivedAtMs: number;
  readonly result: StoredResult;
}

/** Takes in what agents probed. It travels in their samples: kept with them, once, or not at all. */
@Injectable()
export class ProbeIntake {
  constructor(
    private readonly probes: ProbesService,
    private readonly months: ProbeMonths,
    private readonly store: ProbeResultStore,
  ) {}

  /**
   * What of these reports is a result of a probe that the agent was to run; anything else is left out. Makes room for it.
   */
  async prepare(reports: readonly PendingReport[]): Promise<ArrivedResult[]> {
    const told = reports.flatMap(({ serverId, records }) =>
      records.flatMap(({ record }) =>
        (record.sample.probeResults ?? []).flatMap((raw) => {
          const { data } = agentProbeResultSchema.safeParse(raw);
          return data ? [{ serverId, record, data }] : [];
        }),
      ),
    );
    if (told.length === 0) return [];
    const known = await this.probes.byIds(told.map(({ data }) => data.probeId));
    const arrived = told.flatMap(({ serverId, record, data }) => {
      const probe = known.get(data.probeId);
      if (!probe || probe.runnerServerId !== serverId) return [];
      const result = storedResult(Math.round(record.correctedAtMs - data.agoMs), data);
      const key = sampleKey(serverId, record.observedAtMs, record.sample.seq);
      return [{ probe, sampleKey: key, receivedAtMs: record.receivedAtMs, result }];
    });
    await this.months.ensure(arrived.map(({ result }) => result.observedAtMs));
    return arrived;
  }

  /**
   * Keeps what came with samples that were not there before.
   *
   * @param fresh their keys
   * @returns from when on the status of hosts has to be read again, by server: evidence of them came late
   */
  async add(
    client: Queryable,
    arrived: readonly ArrivedResult[],
    fresh: ReadonlySet<string>,
  ): Promise<Map<string, number>> {
    const marks = new Map<string, number>();
    const kept = arrived.filter((one) => fresh.has(one.sampleKey));
    if (kept.length === 0) return marks;
    const byProbe = [...grouped(kept, ({ probe }) => probe.id).values()];
    await this.store.add(
      client,
      byProbe.map((all) => ({ probe: all[0]!.probe, results: all.map(({ result }) => result) })),
    );
    for (const { probe, receivedAtMs, result } of kept) {
      const { isEvidenceOfHost, serverId } = probe;
      if (!isEvidenceOfHost || !serverId || receivedAtMs - result.observedAtMs <= lateAfterMs) continue;
      marks.set(serverId, Math.min(marks.get(serverId) ?? Infinity, result.observedAtMs));
    }
    return marks;
  }
}
