import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FaultTitle } from '@opsgauge/contract';
import { beginningMeans, recoveredAt, startOf, type FaultSeverity, type RereadCause } from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import type { Queryable } from '../platform/database/database.js';
import { hubActor } from './fault-row.js';
import { FaultStore, type StoredFault } from './fault-store.js';
import { FaultTimeline } from './fault-timeline.service.js';

/** What a machine saw begin. */
export interface ConditionBegun {
  /** The same for the same thing wrong with the same target, and for nothing else. */
  readonly conditionKey: string;
  readonly systemId: string;
  readonly serverId: string | null;
  readonly componentId: string | null;
  readonly ruleId: string | null;
  readonly severity: FaultSeverity;
  readonly title: FaultTitle;
  /** Whether it makes a critical service unusable, which makes it a major fault in time. */
  readonly stopsCriticalService?: boolean;
  /** Back-dated to when it began. */
  readonly startAtMs: number;
  readonly detectedAtMs: number;
  /** What was seen, for the fault's page. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/**
 * The way in for machines. Each call is part of the caller's transaction and changes nothing when it is repeated. A
 * condition has one open fault at most; one that comes back within the hour is the same fault, however often.
 */
@Injectable()
export class FaultIntake {
  constructor(
    private readonly store: FaultStore,
    private readonly timeline: FaultTimeline,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the condition's fault */
  async began(client: Queryable, begun: ConditionBegun): Promise<string> {
    const last = await this.store.lockLatest(client, begun.conditionKey);
    const { detectedAtMs, severity, stopsCriticalService = false } = begun;
    // A clock that is a little ahead elsewhere must not keep a fault from being told of.
    const startAtMs = Math.min(begun.startAtMs, detectedAtMs);
    const survivor = last && (await this.survivorOf(client, last));
    if (survivor && recoveredAt(survivor.fault) === null) {
      await this.store.resumeCondition(client, last.row.id);
      return survivor.row.id;
    }
    const detect = { action: 'detect', startMs: startAtMs, severity, stopsCriticalService } as const;
    const means = beginningMeans(last?.fault ?? null, startAtMs);
    if (last && means !== 'begin') await this.store.resumeCondition(client, last.row.id);
    if (last && means === 'known') {
      const isEarlier = last.fault.spells.length === 1 && startAtMs < startOf(last.fault);
      // A person said it was back; now a machine sees it too, and its end.
      if (isEarlier || !last.fault.isWatched)
        await this.timeline.enter(client, last, detect, hubActor, '', detectedAtMs);
      return last.row.id;
    }
    if (last && means === 'reopen') {
      const reopen = { action: 'reopen', reopenedMs: startAtMs } as const;
      await this.timeline.enter(client, last, reopen, hubActor, '', detectedAtMs);
      return last.row.id;
    }
    const id = crypto.randomUUID();
    const origin = { ...begun, id, source: 'machine' } as const;
    await this.timeline.begin(client, origin, detect, hubActor, '', detectedAtMs);
    return id;
  }

  /**
   * The condition is over since `atMs`; one that has no open fault is none of ours. What counts as part of another fault
   * is over with the last condition of them all.
   */
  async ended(
    client: Queryable,
    { conditionKey, atMs }: { readonly conditionKey: string; readonly atMs: number },
  ): Promise<void> {
    const last = await this.store.lockLatest(client, conditionKey);
    if (!last || last.row.condition_ended_at !== null) return;
    const whole = (await this.survivorOf(client, last)) ?? last;
    const endedMs = await this.store.endCondition(client, last.row.id, whole.row.id, atMs);
    const isForPeople = recoveredAt(whole.fault) !== null || !whole.fault.isWatched;
    if (endedMs === null || isForPeople) return;
    const { fromMs } = whole.fault.spells.at(-1)!;
    const nowMs = Math.max(this.clock.nowMs(), fromMs);
    const recoveredMs = Math.max(Math.min(endedMs, nowMs), fromMs);
    await this.timeline.enter(client, whole, { action: 'recover', recoveredMs }, hubActor, '', nowMs);
  }

  /** A gap was read again: the fault stays, and says what the cause was. */
  async reread(
    client: Queryable,
    { conditionKey, cause }: { readonly conditionKey: string; readonly cause: RereadCause },
  ): Promise<void> {
    const last = await this.store.lockLatest(client, conditionKey);
    if (!last || last.fault.mergedIntoFaultId !== null || last.fault.cause === cause) return;
    await this.timeline.enter(client, last, { action: 'reread', cause }, hubActor);
  }

  /** The fault that a merged one counts as part of; null of one that was not merged. */
  private async survivorOf(client: Queryable, { fault }: StoredFault): Promise<StoredFault | null> {
    if (fault.mergedIntoFaultId === null) return null;
    const survivor = await this.store.lock(client, fault.mergedIntoFaultId);
    return (await this.survivorOf(client, survivor)) ?? survivor;
  }
}
