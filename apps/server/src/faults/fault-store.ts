import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { foldFault, type Fault, type FaultEvent, type FaultRequest } from '@opsgauge/domain';
import type { Queryable } from '../platform/database/database.js';
import { notFound } from '../platform/errors/application-error.js';
import { grouped } from '../platform/grouped.js';
import { dateOf } from './fault-columns.js';
import {
  eventOfRow,
  payloadOf,
  type FaultActor,
  type FaultEventRow,
  type FaultOrigin,
  type FaultRequestRow,
  type FaultRow,
} from './fault-row.js';

/** A fault with what is stored of it. */
export interface StoredFault {
  readonly row: FaultRow;
  readonly events: readonly FaultEventRow[];
  readonly fault: Fault;
}

/** An entry with who made it, and what it leads from and to. */
export interface FaultEntry {
  readonly event: FaultEvent;
  readonly actor: FaultActor;
  readonly note: string;
  readonly before: Fault | null;
  readonly after: Fault;
}

/** Rows of `fault`, `fault_event` and `fault_request`. */
@Injectable()
export class FaultStore {
  /** Faults with their timelines, in the order of the rows. */
  async withTimelines(client: Queryable, rows: readonly FaultRow[]): Promise<StoredFault[]> {
    const { rows: events } = await client.query<FaultEventRow>(
      'SELECT * FROM fault_event WHERE fault_id = ANY($1::uuid[]) ORDER BY fault_id, number',
      [rows.map(({ id }) => id)],
    );
    const byFault = grouped(events, (event) => event.fault_id);
    return rows.map((row) => {
      const own = byFault.get(row.id) ?? [];
      return { row, events: own, fault: foldFault(own.map(eventOfRow)) };
    });
  }

  /**
   * A fault that nobody else changes until the transaction ends.
   * @throws ApplicationError `not_found`
   */
  async lock(client: Queryable, id: string): Promise<StoredFault> {
    const { rows } = await client.query<FaultRow>('SELECT * FROM fault WHERE id = $1 FOR UPDATE', [id]);
    if (rows.length === 0) throw notFound('fault');
    return (await this.withTimelines(client, rows))[0]!;
  }

  /** A condition's fault that lasts, or else its latest, locked as its key is; null: it never had one. */
  async lockLatest(client: Queryable, conditionKey: string): Promise<StoredFault | null> {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('fault'), hashtext($1))`, [conditionKey]);
    const { rows } = await client.query<FaultRow>(
      `SELECT * FROM fault WHERE condition_key = $1
        ORDER BY recovered_at IS NULL AND merged_into_id IS NULL DESC, start_at DESC, detected_at DESC
        LIMIT 1 FOR UPDATE`,
      [conditionKey],
    );
    return rows.length === 0 ? null : (await this.withTimelines(client, rows))[0]!;
  }

  /** A machine sees a fault's own condition again. */
  async resumeCondition(client: Queryable, id: string): Promise<void> {
    await client.query('UPDATE fault SET condition_ended_at = NULL WHERE id = $1', [id]);
  }

  /**
   * Enters when a fault's own condition was over.
   * @param wholeId the fault that it counts as part of, or itself
   * @returns when the last condition of the whole was over; null while one lasts
   */
  async endCondition(
    client: Queryable,
    id: string,
    wholeId: string,
    endedMs: number,
  ): Promise<number | null> {
    const { rows } = await client.query<{ lasts: boolean; ended_at: Date }>(
      `WITH RECURSIVE part AS (
         SELECT id, condition_key, condition_ended_at FROM fault WHERE id = $2
         UNION ALL
         SELECT fault.id, fault.condition_key, fault.condition_ended_at
           FROM fault JOIN part ON fault.merged_into_id = part.id),
       ended AS (UPDATE fault SET condition_ended_at = $3 WHERE id = $1)
       SELECT coalesce(bool_or(condition_ended_at IS NULL), false) AS lasts,
              greatest(max(condition_ended_at), $3::timestamptz) AS ended_at
         FROM part WHERE condition_key IS NOT NULL AND id <> $1`,
      [id, wholeId, dateOf(endedMs)],
    );
    const { lasts, ended_at: endedAt } = rows[0]!;
    return lasts ? null : endedAt.getTime();
  }

  /** The requests of these faults that wait for the owner, or suspend the repair now. */
  async openRequestsOf(client: Queryable, faultIds: readonly string[]): Promise<FaultRequestRow[]> {
    const { rows } = await client.query<FaultRequestRow>(
      `SELECT request.* FROM fault_request request JOIN fault ON fault.id = request.fault_id
        WHERE request.fault_id = ANY($1::uuid[]) AND fault.merged_into_id IS NULL
          AND (request.decision = 'pending'
            OR (request.decision = 'approved' AND request.kind = 'suspension' AND request.ended_at IS NULL))
        ORDER BY request.asked_at, request.id`,
      [faultIds],
    );
    return rows;
  }

  async requestsOf(client: Queryable, faultId: string): Promise<FaultRequestRow[]> {
    const { rows } = await client.query<FaultRequestRow>(
      'SELECT * FROM fault_request WHERE fault_id = $1 ORDER BY asked_at, id',
      [faultId],
    );
    return rows;
  }

  /** @param year that its number names */
  async insert(
    client: Queryable,
    origin: FaultOrigin,
    detectedMs: number,
    year: number,
    derived: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const columns = {
      id: origin.id,
      system_id: origin.systemId,
      server_id: origin.serverId,
      component_id: origin.componentId,
      condition_key: origin.conditionKey,
      rule_id: origin.ruleId,
      source: origin.source,
      title: origin.title,
      evidence: origin.evidence,
      detected_at: dateOf(detectedMs),
      number_year: year,
      ...derived,
    };
    const places = Object.keys(columns).map((_, index) => `$${index + 1}`);
    await client.query(
      `INSERT INTO fault (${Object.keys(columns).join(', ')}, number_serial)
       VALUES (${places.join(', ')}, next_fault_serial($${places.length + 1}))`,
      [...Object.values(columns), year],
    );
  }

  async update(client: Queryable, id: string, derived: Readonly<Record<string, unknown>>): Promise<void> {
    const changes = Object.keys(derived).map((column, index) => `${column} = $${index + 2}`);
    await client.query(`UPDATE fault SET ${changes.join(', ')} WHERE id = $1`, [
      id,
      ...Object.values(derived),
    ]);
  }

  /** @returns the id of the new entry */
  async append(client: Queryable, faultId: string, number: number, entry: FaultEntry): Promise<string> {
    const { event, actor, note, before, after } = entry;
    const id = crypto.randomUUID();
    await client.query(
      `INSERT INTO fault_event (id, fault_id, number, at, party, actor_id, actor_name, action, from_state, to_state, note, payload)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        faultId,
        number,
        dateOf(event.atMs),
        event.by,
        actor.id,
        actor.name,
        event.action,
        before?.state ?? null,
        after.state,
        note,
        payloadOf(event),
      ],
    );
    const known = before?.requests ?? [];
    for (const request of after.requests.filter((one) => !known.includes(one))) {
      await this.saveRequest(client, faultId, request, entry);
    }
    return id;
  }

  private async saveRequest(
    client: Queryable,
    faultId: string,
    { id, kind, ground, askedMs, endedMs, decision }: FaultRequest,
    { event, actor, note, before }: FaultEntry,
  ): Promise<void> {
    const isDecided = before?.requests.some((one) => one.id === id && one.decision !== decision) ?? false;
    const decided = isDecided ? [dateOf(event.atMs), actor.name, note] : [null, null, null];
    await client.query(
      `INSERT INTO fault_request
         (id, fault_id, kind, ground, reason, asked_at, asked_by, ended_at, decision, decided_at, decided_by, decision_note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (id) DO UPDATE SET
         ended_at = EXCLUDED.ended_at,
         decision = EXCLUDED.decision,
         decided_at = coalesce(EXCLUDED.decided_at, fault_request.decided_at),
         decided_by = coalesce(EXCLUDED.decided_by, fault_request.decided_by),
         decision_note = coalesce(EXCLUDED.decision_note, fault_request.decision_note)`,
      [id, faultId, kind, ground, note, dateOf(askedMs), actor.name, dateOf(endedMs), decision, ...decided],
    );
  }
}
