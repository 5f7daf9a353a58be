import { Injectable } from '@nestjs/common';
import type { FaultTitle } from '@opsgauge/contract';
import {
  repairClock,
  responseClock,
  startOf,
  type ClockReading,
  type FaultParty,
  type FaultSeverity,
} from '@opsgauge/domain';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { FaultRow } from './fault-row.js';
import { FaultStore } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';

/** What a message says of a fault. */
export interface FaultFact {
  readonly id: string;
  readonly systemId: string;
  readonly serverId: string | null;
  readonly systemName: string;
  readonly serverName: string | null;
  readonly title: FaultTitle;
  readonly severity: FaultSeverity;
  readonly startMs: number;
  readonly recoveredMs: number | null;
}

/** An entry of a timeline. */
export interface FaultEntryFact {
  readonly id: string;
  readonly party: FaultParty;
  readonly atMs: number;
  readonly actorName: string;
  readonly note: string;
}

/** The clocks of a fault that is not over. */
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
      `SELECT fault.id, fault.system_id AS "systemId", fault.server_id AS "serverId", system.name AS "systemName",
              server.name AS "serverName", fault.title, fault.severity, fault.start_at AS "startAt",
              fault.recovered_at AS "recoveredAt"
         FROM fault JOIN system ON system.id = fault.system_id LEFT JOIN server ON server.id = fault.server_id
        WHERE fault.id = ANY ($1::uuid[])`,
      [faultIds],
    );
    return rows.map(({ startAt, recoveredAt, ...fact }) => ({
      ...fact,
      startMs: startAt.getTime(),
      recoveredMs: recoveredAt?.getTime() ?? null,
    }));
  }

  async entries(eventIds: readonly string[]): Promise<FaultEntryFact[]> {
    const { rows } = await this.database.query<Omit<FaultEntryFact, 'atMs'> & { at: Date }>(
      `SELECT id, party, at, actor_name AS "actorName", note FROM fault_event WHERE id = ANY ($1::uuid[])`,
      [eventIds],
    );
    return rows.map(({ at, ...entry }) => ({ ...entry, atMs: at.getTime() }));
  }

  /** The clocks of every fault that is not over, as they stand now. */
  async runningClocks(): Promise<FaultClocks[]> {
    const { rows } = await this.database.query<FaultRow>(
      `SELECT * FROM fault WHERE state IN ('open', 'responded', 'suspended')`,
    );
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
