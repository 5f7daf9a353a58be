import { Injectable } from '@nestjs/common';
import type { FaultTitle } from '@opsgauge/contract';
import {
  repairClock,
  responseClock,
  startOf,
  type ClockReading,
  type FaultAction,
  type FaultParty,
  type FaultSeverity,
  type FaultState,
} from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { faultTables } from './fault-filters.js';
import type { FaultRow } from './fault-row.js';
import { FaultStore } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';

/** What a message says of a fault. */
export interface FaultFact {
  readonly id: string;
  /** By which people name it. */
  readonly number: string;
  readonly systemId: string;
  readonly serverId: string | null;
  readonly systemName: string;
  readonly serverName: string | null;
  /** Who answers for it by contract; null: nobody. */
  readonly vendorOrganizationId: string | null;
  readonly title: FaultTitle;
  readonly severity: FaultSeverity;
  readonly startMs: number;
  readonly recoveredMs: number | null;
}

/** An entry of a timeline. */
export interface FaultEntryFact {
  readonly id: string;
  readonly faultId: string;
  readonly action: FaultAction;
  readonly toState: FaultState;
  readonly party: FaultParty;
  readonly atMs: number;
  readonly actorName: string;
  readonly note: string;
  /** What the deed says beside, as the domain's `FaultDeed` has it. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of a merge: the number of the fault that this one counts as part of. */
  readonly intoNumber: string | null;
  /** Of a refusal: the deed that had asked. */
  readonly askedBy: FaultAction | null;
}

/** The clocks of a fault, as they stand at the moment of reading. */
export interface FaultClocks {
  readonly faultId: string;
  readonly response: ClockReading;
  readonly repair: ClockReading;
}

/** Reads faults for what tells people of them, many at once and whoever may see them. */
@Injectable()
export class FaultFacts {
  constructor(
    private readonly database: Database,
    private readonly store: FaultStore,
    private readonly terms: FaultTermsService,
    private readonly clock: Clock,
  ) {}

  async facts(faultIds: readonly string[]): Promise<FaultFact[]> {
    const { rows } = await this.database.query<
      Omit<FaultFact, 'startMs' | 'recoveredMs'> & { startAt: Date; recoveredAt: Date | null }
    >(
      `SELECT fault.id, fault.number, fault.system_id AS "systemId", fault.server_id AS "serverId", system.name AS "systemName",
              server.name AS "serverName", contract.vendor_organization_id AS "vendorOrganizationId", fault.title,
              fault.severity, fault.start_at AS "startAt", fault.recovered_at AS "recoveredAt"
         FROM ${faultTables}
        WHERE fault.id = ANY ($1::uuid[])`,
      [faultIds],
    );
    return rows.map(({ startAt, recoveredAt, ...fact }) => ({
      ...fact,
      startMs: startAt.getTime(),
      recoveredMs: recoveredAt?.getTime() ?? null,
    }));
  }

  /** These entries, and all that were made in the same timelines since: in order they tell how a fault stands. */
  async entriesSince(eventIds: readonly string[]): Promise<FaultEntryFact[]> {
    const { rows } = await this.database.query<Omit<FaultEntryFact, 'atMs'> & { at: Date }>(
      `SELECT event.id, event.fault_id AS "faultId", event.action, event.to_state AS "toState", event.party, event.at,
              event.actor_name AS "actorName", event.note, event.payload, into_fault.number AS "intoNumber",
              asked.action AS "askedBy"
         FROM (SELECT fault_id, min(number) AS number FROM fault_event WHERE id = ANY ($1::uuid[]) GROUP BY fault_id) first
         JOIN fault_event event ON event.fault_id = first.fault_id AND event.number >= first.number
         LEFT JOIN fault into_fault ON event.action = 'merge' AND into_fault.id = (event.payload->>'intoFaultId')::uuid
         LEFT JOIN fault_event asked ON event.action = 'refuse' AND asked.fault_id = event.fault_id
                                    AND asked.action IN ('requestSuspension', 'requestExclusion')
                                    AND asked.payload->>'requestId' = event.payload->>'requestId'
        ORDER BY event.fault_id, event.number`,
      [eventIds],
    );
    return rows.map(({ at, ...entry }) => ({ ...entry, atMs: at.getTime() }));
  }

  /** The clocks of every fault that is not over, as they stand now. */
  async runningClocks(): Promise<FaultClocks[]> {
    const { rows } = await this.database.query<FaultRow>(
      `SELECT * FROM fault WHERE state IN ('open', 'responded', 'suspended')`,
    );
    return this.clocksOfRows(rows);
  }

  /** The clocks of these faults, over or not, as they stand now. */
  async clocks(faultIds: readonly string[]): Promise<FaultClocks[]> {
    if (faultIds.length === 0) return [];
    const { rows } = await this.database.query<FaultRow>('SELECT * FROM fault WHERE id = ANY ($1::uuid[])', [
      faultIds,
    ]);
    return this.clocksOfRows(rows);
  }

  private async clocksOfRows(rows: FaultRow[]): Promise<FaultClocks[]> {
    const [stored, termsOf] = await Promise.all([
      this.store.withTimelines(this.database, rows),
      this.terms.lookup(),
    ]);
    const nowMs = this.clock.nowMs();
    return stored.map(({ row, fault }) => {
      const { terms } = termsOf(row.system_id, startOf(fault));
      return {
        faultId: row.id,
        response: responseClock(fault, terms, nowMs),
        repair: repairClock(fault, terms, nowMs),
      };
    });
  }
}
