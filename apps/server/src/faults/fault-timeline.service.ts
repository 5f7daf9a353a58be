import { Injectable } from '@nestjs/common';
import {
  applyFaultEvent,
  FaultRefusal,
  hourMs,
  monthLabel,
  recoveredAt,
  startOf,
  type Fault,
  type FaultDeed,
} from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { afterCommit } from '../platform/database/after-commit.js';
import type { Queryable } from '../platform/database/database.js';
import { EventBus } from '../platform/event-bus.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { KeptSpans } from '../telemetry/retention/kept-spans.js';
import { columnsOf } from './fault-columns.js';
import { faultNoticeJob, type FaultNotice } from './fault-notice.js';
import { refusalOf } from './fault-refusal.js';
import type { FaultActor, FaultOrigin } from './fault-row.js';
import { FaultStore, type FaultEntry, type StoredFault } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';

/** How much of a server's samples before and after a fault is kept as long as the fault is. */
const keptAroundMs = hourMs;

/**
 * The one place where a fault changes: each change is an entry of its timeline, appended in the caller's transaction
 * together with the notice that follows from it. Machines and people come in by the same way.
 */
@Injectable()
export class FaultTimeline {
  constructor(
    private readonly store: FaultStore,
    private readonly terms: FaultTermsService,
    private readonly keptSpans: KeptSpans,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * A fault begins.
   * @param deed `detect` or `report`
   * @param atMs when it is entered; now, where left out
   * @throws ApplicationError `fault_moment_invalid`
   */
  async begin(
    client: Queryable,
    origin: FaultOrigin,
    deed: FaultDeed,
    actor: FaultActor,
    note = '',
    atMs = this.clock.nowMs(),
  ): Promise<Fault> {
    const entry = this.entryOf(null, deed, actor, note, atMs);
    const year = await this.yearOf(origin, startOf(entry.after));
    const derived = await this.derivedOf(origin, entry.after);
    await this.store.insert(client, origin, entry.event.atMs, year, derived);
    await this.append(client, origin, 1, entry);
    return entry.after;
  }

  /**
   * Something is done to a fault that the transaction has locked.
   * @throws ApplicationError `forbidden`, `fault_not_possible` and the others of `fault-refusal.ts`
   */
  async enter(
    client: Queryable,
    { row, events, fault }: StoredFault,
    deed: FaultDeed,
    actor: FaultActor,
    note = '',
    atMs = this.clock.nowMs(),
  ): Promise<Fault> {
    const origin = { id: row.id, systemId: row.system_id, serverId: row.server_id };
    const entry = this.entryOf(fault, deed, actor, note, atMs);
    await this.store.update(client, row.id, await this.derivedOf(origin, entry.after));
    await this.append(client, origin, events.length + 1, entry);
    return entry.after;
  }

  private entryOf(
    before: Fault | null,
    deed: FaultDeed,
    actor: FaultActor,
    note: string,
    atMs: number,
  ): FaultEntry {
    const event = { ...deed, by: actor.party, atMs };
    try {
      return { event, actor, note, before, after: applyFaultEvent(before, event) };
    } catch (thrown) {
      throw thrown instanceof FaultRefusal ? refusalOf(thrown, deed.action) : thrown;
    }
  }

  /** The year that its number names. */
  private async yearOf({ systemId }: Pick<FaultOrigin, 'systemId'>, startMs: number): Promise<number> {
    const { terms } = await this.terms.of(systemId, startMs);
    return Number(monthLabel(startMs, terms.timeZone).slice(0, 4));
  }

  private async derivedOf({ systemId }: Pick<FaultOrigin, 'systemId'>, fault: Fault) {
    const { contractId, terms } = await this.terms.of(systemId, startOf(fault));
    return columnsOf(fault, contractId, terms, this.clock.nowMs());
  }

  private async append(
    client: Queryable,
    origin: Pick<FaultOrigin, 'id' | 'systemId' | 'serverId'>,
    number: number,
    entry: FaultEntry,
  ): Promise<void> {
    const eventId = await this.store.append(client, origin.id, number, entry);
    if (origin.serverId) await this.keepSamples(client, origin.id, origin.serverId, entry.after);
    const notice: FaultNotice = { faultId: origin.id, eventId, kind: entry.event.action };
    await this.jobs.enqueue(client, faultNoticeJob, notice);
    afterCommit(client, () =>
      this.bus.emit('fault.changed', { faultId: origin.id, systemId: origin.systemId }),
    );
  }

  private keepSamples(client: Queryable, id: string, serverId: string, fault: Fault): Promise<void> {
    return this.keptSpans.keep(client, {
      id,
      serverId,
      fromMs: startOf(fault) - keptAroundMs,
      toMs: (recoveredAt(fault) ?? this.clock.nowMs()) + keptAroundMs,
      reason: 'fault',
    });
  }
}
