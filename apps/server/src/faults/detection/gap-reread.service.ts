import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Interval } from '@opsgauge/domain';
import { Clock, instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { AvailabilityService } from '../../status/availability.service.js';
import { statusRereadJob, type StatusReread } from '../../status/status-reread.js';
import { FaultIntake } from '../fault-intake.service.js';
import { FaultRulesStore } from '../rules/fault-rules-store.js';
import { conditionKey, ConditionStore } from './condition-store.js';
import { DetectionScenes, placeIn } from './detection-scene.service.js';
import { judgeGaps, type HostFault, type MissedFault } from './gap-faults.js';
import { severityAt } from './judge.js';
import { statusRules, type StatusRuleCode } from './status-rules.js';

/** Whenever a gap was read, or read again: what that means for faults. */
@Injectable()
export class GapRereads implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly availability: AvailabilityService,
    private readonly scenes: DetectionScenes,
    private readonly rules: FaultRulesStore,
    private readonly conditions: ConditionStore,
    private readonly intake: FaultIntake,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<StatusReread>(statusRereadJob, async ({ stretches }) => {
      for (const stretch of stretches) await this.judge(stretch);
    });
  }

  private async judge({ serverId, fromMs, toMs }: StatusReread['stretches'][number]): Promise<void> {
    const scene = await this.scenes.load();
    const place = scene.placeOf.get(serverId);
    if (!scene.watched.has(serverId) || !place) return;
    await this.database.transaction(async (client) => {
      await this.conditions.waitForTurn(client);
      const faults = await this.hostFaults(serverId, { fromMs, toMs });
      const stretch = {
        fromMs: Math.min(fromMs, ...faults.map((one) => one.fromMs)),
        toMs: Math.max(toMs, ...faults.map((one) => one.toMs ?? toMs)),
      };
      const statuses = await this.availability.ofServers([serverId], stretch, scene.systems);
      const { missed, reread } = judgeGaps(statuses.get(serverId) ?? [], faults);
      const book = await this.rules.book(client);
      for (const one of missed) {
        const severity = severityAt(book, one.code, placeIn(scene, { serverId }));
        if (severity === null) continue;
        const key = conditionKey(one.code, { serverId }, '');
        await this.intake.began(client, {
          conditionKey: key,
          systemId: place.systemId,
          serverId,
          componentId: place.id,
          ruleId: book.rules.find(({ code }) => code === one.code)!.id,
          severity,
          stopsCriticalService: isInterruption(one) && place.isCritical,
          title: { code: one.code, params: {} },
          startAtMs: one.fromMs,
          detectedAtMs: this.clock.nowMs(),
          evidence: { from: instantText(one.fromMs), to: instantText(one.toMs) },
        });
        await this.intake.ended(client, { conditionKey: key, atMs: one.toMs });
      }
      for (const one of reread) await this.intake.reread(client, one);
    });
  }

  private async hostFaults(serverId: string, { fromMs, toMs }: Interval): Promise<HostFault[]> {
    const keys = (Object.keys(statusRules) as StatusRuleCode[]).map((code) =>
      conditionKey(code, { serverId }, ''),
    );
    const { rows } = await this.database.query<{
      condition_key: string;
      start_at: Date;
      recovered_at: Date | null;
    }>(
      `SELECT condition_key, start_at, recovered_at FROM fault
        WHERE condition_key = ANY($1) AND start_at <= $3 AND coalesce(recovered_at, 'infinity') >= $2`,
      [keys, new Date(fromMs), new Date(toMs)],
    );
    return rows.map((row) => ({
      conditionKey: row.condition_key,
      fromMs: row.start_at.getTime(),
      toMs: row.recovered_at?.getTime() ?? null,
    }));
  }
}

const isInterruption = ({ code }: MissedFault): boolean => code === 'host-interrupted';
