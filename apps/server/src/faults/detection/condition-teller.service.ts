import { Injectable } from '@nestjs/common';
import type { ClassifiedInterval } from '@opsgauge/domain';
import type { Transaction } from '../../platform/database/database.js';
import { AvailabilityService } from '../../status/availability.service.js';
import type { Latest } from '../../telemetry/latest-rows.js';
import { FaultIntake } from '../fault-intake.service.js';
import type { RuleBook } from '../rules/fault-rules-store.js';
import { beginningOf } from './beginning.js';
import { hasCauseElsewhere, silentServers } from './cause-elsewhere.js';
import { ConditionStore, targetId, type StoredCondition } from './condition-store.js';
import { placeIn, type DetectionScene } from './detection-scene.service.js';
import { judgeGaps } from './gap-faults.js';
import { countsFrom } from './hold-back.js';
import type { Judgement } from './judge.js';
import { recoveryAfter } from './recovery.js';

const lastMomentMs = 1000;

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
    const back = told.map((condition) => {
      const id = targetId(condition.target);
      const intervals = statuses.get(id) ?? [];
      const recoveredMs = recoveryAfter(condition.sinceMs, intervals) ?? latest.get(id)?.lastReportAtMs;
      return { condition, intervals, endedAtMs: recoveredMs ?? nowMs };
    });
    const ended = [
      ...judgement.over,
      ...back,
      ...lapsed.map((condition) => ({ condition, endedAtMs: nowMs })),
    ];
    for (const { condition, endedAtMs } of ended) {
      if (condition.isTold) await this.intake.ended(client, { conditionKey: condition.key, atMs: endedAtMs });
    }
    // What is known by now; what comes later has it judged again (`GapRereads`).
    for (const { condition, intervals, endedAtMs } of back) {
      const silence = { conditionKey: condition.key, fromMs: condition.sinceMs, toMs: endedAtMs };
      for (const one of judgeGaps(intervals, [silence]).reread) await this.intake.reread(client, one);
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
    const silent = silentServers(standing);
    const due = standing.filter(
      (one) =>
        one.isFiring &&
        !one.isTold &&
        // A server that is part of no system serves nobody yet.
        placeIn(findings.scene, one.target).systemId !== null &&
        !hasCauseElsewhere(one, findings, silent),
    );
    const free = await this.notHeldBack(findings, due);
    const statuses = await this.statuses(findings, free);
    const begun: StoredCondition[] = [];
    for (const condition of free) {
      const counted = countsFrom(condition.sinceMs, statuses.get(targetId(condition.target)) ?? []);
      if ('heldBackBy' in counted) continue;
      await this.intake.began(client, beginningOf(condition, counted.startMs, findings));
      begun.push({ ...condition, isTold: true });
    }
    return begun;
  }

  /** By the last moment alone: what is held back for months is looked at again every few seconds. */
  private async notHeldBack(findings: Findings, due: readonly StoredCondition[]): Promise<StoredCondition[]> {
    const { nowMs } = findings;
    const lately = due.map((one) => ({ ...one, sinceMs: nowMs - lastMomentMs }));
    const statuses = await this.statuses(findings, lately);
    return due.filter(
      ({ target }) => !('heldBackBy' in countsFrom(nowMs, statuses.get(targetId(target)) ?? [])),
    );
  }

  /** How the time of servers and systems has been read since the earliest of the conditions, by their ids. */
  private async statuses(
    { scene, nowMs }: Findings,
    conditions: readonly StoredCondition[],
  ): Promise<Map<string, ClassifiedInterval[]>> {
    if (conditions.length === 0) return new Map();
    const period = { fromMs: Math.min(...conditions.map(({ sinceMs }) => sinceMs)), toMs: nowMs };
    const targets = new Map(conditions.map(({ target }) => [targetId(target), target]));
    const serverIds = [...targets].flatMap(([id, target]) => ('serverId' in target ? [id] : []));
    const statuses = await this.availability.ofServers(serverIds, period, scene.systems);
    for (const [id, target] of targets) {
      if ('systemId' in target) statuses.set(id, (await this.availability.ofSystem(id, period)).intervals);
    }
    return statuses;
  }
}
