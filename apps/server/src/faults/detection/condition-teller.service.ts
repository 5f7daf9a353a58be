import { Injectable } from '@nestjs/common';
import type { ClassifiedInterval } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/database.js';
import { AvailabilityService } from '../../status/availability.service.js';
import type { Latest } from '../../telemetry/latest-store.js';
import { FaultIntake, type ConditionBegun } from '../fault-intake.service.js';
import type { RuleBook } from '../rules/fault-rules-store.js';
import { ConditionStore, type StoredCondition } from './condition-store.js';
import { placeIn, type DetectionScene } from './detection-scene.service.js';
import { countsFrom, isBehindMissingGateway } from './hold-back.js';
import { severityAt, type Judgement } from './judge.js';
import { recoveryAfter } from './recovery.js';
import { hostSilent } from './silence.js';

/** What one look found. */
export interface Findings {
  readonly scene: DetectionScene;
  readonly book: RuleBook;
  readonly nowMs: number;
  readonly latest: ReadonlyMap<string, Latest>;
  /** The conditions before the look. */
  readonly known: ReadonlyMap<string, StoredCondition>;
  readonly judgement: Judgement;
  /** Conditions of hosts that were silent and are heard again. */
  readonly heard: readonly StoredCondition[];
  /** Conditions whose rule or server is no longer watched. */
  readonly lapsed: readonly StoredCondition[];
}

/** Makes faults of conditions, and ends them; what is held back for now is told later. */
@Injectable()
export class ConditionTeller {
  constructor(
    private readonly conditions: ConditionStore,
    private readonly availability: AvailabilityService,
    private readonly intake: FaultIntake,
  ) {}

  async tell(client: Transaction, findings: Findings): Promise<void> {
    const over = await this.end(client, findings);
    await this.conditions.remove(client, [...over]);
    const { judgement, known } = findings;
    const going = [...known.values()].filter(({ key }) => !over.has(key));
    const standing = new Map([...going, ...judgement.standing].map((one) => [one.key, one]));
    const begun = await this.begin(client, findings, [...standing.values()]);
    const changed = new Map([...judgement.standing, ...begun].map((one) => [one.key, one]));
    await this.conditions.save(client, [...changed.values()]);
  }

  /** @returns the keys of the conditions that are over */
  private async end(client: Transaction, findings: Findings): Promise<Set<string>> {
    const { judgement, heard, lapsed, nowMs, latest } = findings;
    const told = heard.filter(({ isTold }) => isTold);
    const statuses = await this.statuses(findings, told);
    const ended = [
      ...judgement.over,
      ...told.map((condition) => ({
        condition,
        endedAtMs:
          recoveryAfter(condition.sinceMs, statuses.get(condition.serverId) ?? []) ??
          latest.get(condition.serverId)?.lastReportAtMs ??
          nowMs,
      })),
      ...lapsed.map((condition) => ({ condition, endedAtMs: nowMs })),
    ];
    for (const { condition, endedAtMs } of ended) {
      if (condition.isTold) await this.intake.ended(client, { conditionKey: condition.key, atMs: endedAtMs });
    }
    return new Set([
      ...ended.map(({ condition }) => condition.key),
      ...heard.map(({ key }) => key),
      ...judgement.forgotten.map(({ key }) => key),
    ]);
  }

  /** @returns the conditions that have become faults */
  private async begin(
    client: Transaction,
    findings: Findings,
    standing: readonly StoredCondition[],
  ): Promise<StoredCondition[]> {
    const silent = new Set(
      standing.filter(({ ruleCode }) => ruleCode === hostSilent).map(({ serverId }) => serverId),
    );
    const due = standing.filter(
      (one) =>
        one.isFiring &&
        !one.isTold &&
        // A server that is part of no system serves nobody yet.
        findings.scene.placeOf.has(one.serverId) &&
        !hasCauseElsewhere(one, findings, silent),
    );
    const statuses = await this.statuses(findings, due);
    const begun: StoredCondition[] = [];
    for (const condition of due) {
      const counted = countsFrom(condition.sinceMs, statuses.get(condition.serverId) ?? []);
      if ('heldBackBy' in counted) continue;
      await this.intake.began(client, beginningOf(condition, counted.startMs, findings));
      begun.push({ ...condition, isTold: true });
    }
    return begun;
  }

  private statuses(
    { scene, nowMs }: Findings,
    conditions: readonly StoredCondition[],
  ): Promise<Map<string, ClassifiedInterval[]>> {
    if (conditions.length === 0) return Promise.resolve(new Map());
    const fromMs = Math.min(...conditions.map(({ sinceMs }) => sinceMs));
    const serverIds = [...new Set(conditions.map(({ serverId }) => serverId))];
    return this.availability.ofServers(serverIds, { fromMs, toMs: nowMs }, scene.systems);
  }
}

/** One cause, one fault: on a host that is silent, or behind a machine that is missing, nothing fails by itself. */
function hasCauseElsewhere(
  { serverId, ruleCode }: StoredCondition,
  { scene, latest, nowMs }: Findings,
  silent: ReadonlySet<string>,
): boolean {
  if (ruleCode !== hostSilent) return silent.has(serverId);
  return isBehindMissingGateway(serverId, {
    gatewayOf: (id) => scene.watched.get(id)?.gatewayServerId ?? null,
    isMissing: (id) => {
      const fact = latest.get(id)?.fact;
      return silent.has(id) || (fact !== undefined && nowMs - fact.observedAtMs > 2 * fact.intervalMs);
    },
  });
}

function beginningOf(
  { key, serverId, ruleCode, subject, value, sinceMs, heldAtMs }: StoredCondition,
  startMs: number,
  { scene, book, nowMs }: Findings,
): ConditionBegun {
  const place = scene.placeOf.get(serverId)!;
  const rule = book.rules.find(({ code }) => code === ruleCode)!;
  return {
    conditionKey: key,
    systemId: place.systemId,
    serverId,
    componentId: place.id,
    ruleId: rule.id,
    severity: severityAt(book, ruleCode, placeIn(scene.placeOf, serverId)) ?? rule.severity,
    stopsCriticalService: ruleCode === hostSilent && place.isCritical,
    title: {
      code: rule.name === null ? ruleCode : 'custom',
      params: { ...(rule.name !== null && { name: rule.name }), subject, value },
    },
    startAtMs: startMs,
    detectedAtMs: nowMs,
    evidence: { heldSince: instantText(sinceMs), seenAt: instantText(heldAtMs), value },
  };
}
