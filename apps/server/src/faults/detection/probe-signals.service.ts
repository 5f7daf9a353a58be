import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Signal, SignalName } from '@opsgauge/domain';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import { ProbesService } from '../../inventory/probes.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { daysLeft, type StoredResult } from '../../telemetry/probes/probe-result.js';
import { ProbeStretchStore } from '../../telemetry/probes/probe-stretch-store.js';
import { readLastResults } from '../../telemetry/probes/reading/probe-rows.js';
import type { ConditionTarget } from './condition-store.js';
import { SignalSources, type TargetSignals } from './signal-sources.js';

/** A probe's result vouches for so many of its intervals. */
const vouchedIntervals = 3;

/** What probes of servers and systems saw last, each result once; the subject is the probe. */
@Injectable()
export class ProbeSignals implements OnModuleInit {
  private readonly seenMs = new Map<string, number>();

  constructor(
    private readonly probes: ProbesService,
    private readonly stretches: ProbeStretchStore,
    private readonly sources: SignalSources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.read());
  }

  async read(): Promise<TargetSignals[]> {
    const probes = (await this.probes.all()).filter((one) => one.isEnabled && targetOf(one) !== null);
    if (probes.length === 0) return [];
    const ids = probes.map(({ id }) => id);
    const results = await readLastResults(this.database, ids);
    const nowMs = this.clock.nowMs();
    const stretches = await this.stretches.overlapping(ids, { fromMs: nowMs - 1, toMs: nowMs + 1 });
    return probes.flatMap((probe) => {
      const result = results.get(probe.id);
      if (!result || result.observedAtMs <= (this.seenMs.get(probe.id) ?? 0)) return [];
      this.seenMs.set(probe.id, result.observedAtMs);
      const isDown = stretches.get(probe.id)?.at(-1)?.observation === 'down';
      return [{ target: targetOf(probe)!, signals: signalsOfProbe(probe, result, isDown) }];
    });
  }
}

/** What a probe is about; null: about nothing of ours, as a canary may be. */
const targetOf = ({ serverId, systemId }: ProbeDefinition): ConditionTarget | null =>
  serverId ? { serverId } : systemId ? { systemId } : null;

/** @param isDown whether its failures are an outage: a single lost packet is none */
export function signalsOfProbe(
  { id, name: subjectName, intervalSeconds }: Pick<ProbeDefinition, 'id' | 'name' | 'intervalSeconds'>,
  result: StoredResult,
  isDown: boolean,
): Signal[] {
  const values: Partial<Record<SignalName, number | null>> = {
    probeFailing: isDown ? 1 : 0,
    probeMs: result.outcome === 'ok' ? result.durationMs : null,
    probeLossPercent: result.lossPercent,
    certificateDaysLeft: daysLeft(result),
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === null
      ? []
      : [
          {
            name: name as SignalName,
            subject: id,
            subjectName,
            value,
            atMs: result.observedAtMs,
            vouchedMs: vouchedIntervals * 1000 * intervalSeconds,
          },
        ],
  );
}
