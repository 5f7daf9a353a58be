import { Injectable } from '@nestjs/common';
import type { Condition } from '@opsgauge/domain';
import { type Queryable } from '../../platform/database/database.js';

/** What a condition is about. */
export type ConditionTarget = { readonly serverId: string } | { readonly systemId: string };

export const targetId = (target: ConditionTarget): string =>
  'serverId' in target ? target.serverId : target.systemId;
/** Null of what is about a system. */
export const serverOf = (target: ConditionTarget): string | null =>
  'serverId' in target ? target.serverId : null;

/** How far a rule has come on one thing of a server. */
export interface StoredCondition extends Condition {
  /** Names it, and the fault it becomes. */
  readonly key: string;
  readonly ruleCode: string;
  /** The server or, where it is about none of them, the system. */
  readonly target: ConditionTarget;
  readonly subject: string;
  /** As people call the subject. */
  readonly subjectName: string;
  /** It has become a fault: what is held back (maintenance, a cause elsewhere) has not yet. */
  readonly isTold: boolean;
}

interface Row {
  readonly condition_key: string;
  readonly rule_code: string;
  readonly server_id: string | null;
  readonly system_id: string | null;
  readonly subject: string;
  readonly subject_name: string;
  readonly since_at: Date;
  readonly held_at: Date;
  readonly over_since: Date | null;
  readonly is_firing: boolean;
  readonly is_told: boolean;
  readonly value: number;
  [column: string]: unknown;
}

export const conditionKey = (ruleCode: string, target: ConditionTarget, subject: string): string =>
  `${ruleCode}:${targetId(target)}:${subject}`;

/** Rows of `fault_condition`: only what is wrong has one. */
@Injectable()
export class ConditionStore {
  /**
   * Lets one process at a time look for faults, until the transaction ends.
   * @returns whether it is this one
   */
  async isOurTurn(client: Queryable): Promise<boolean> {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('fault-detection')) AS taken`,
    );
    return rows[0]!.taken;
  }

  /** As `isOurTurn`, but waits for whoever looks: nothing is judged between its reading and its writing. */
  async waitForTurn(client: Queryable): Promise<void> {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('fault-detection'))`);
  }

  async list(client: Queryable): Promise<StoredCondition[]> {
    const { rows } = await client.query<Row>('SELECT * FROM fault_condition');
    return rows.map((row) => ({
      key: row.condition_key,
      ruleCode: row.rule_code,
      target: row.server_id === null ? { systemId: row.system_id! } : { serverId: row.server_id },
      subject: row.subject,
      subjectName: row.subject_name,
      sinceMs: row.since_at.getTime(),
      heldAtMs: row.held_at.getTime(),
      overSinceMs: row.over_since?.getTime() ?? null,
      isFiring: row.is_firing,
      isTold: row.is_told,
      value: row.value,
    }));
  }

  async save(client: Queryable, conditions: readonly StoredCondition[]): Promise<void> {
    if (conditions.length === 0) return;
    const column = (pick: (one: StoredCondition) => unknown) => conditions.map(pick);
    await client.query(
      `INSERT INTO fault_condition (condition_key, rule_code, server_id, system_id, subject, subject_name, since_at,
                                    held_at, over_since, is_firing, is_told, value)
       SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[],
                            $8::timestamptz[], $9::timestamptz[], $10::bool[], $11::bool[], $12::float8[])
       ON CONFLICT (condition_key) DO UPDATE SET since_at = EXCLUDED.since_at, held_at = EXCLUDED.held_at,
         over_since = EXCLUDED.over_since, is_firing = EXCLUDED.is_firing, is_told = EXCLUDED.is_told,
         value = EXCLUDED.value, subject_name = EXCLUDED.subject_name`,
      [
        column(({ key }) => key),
        column(({ ruleCode }) => ruleCode),
        column(({ target }) => serverOf(target)),
        column(({ target }) => ('systemId' in target ? target.systemId : null)),
        column(({ subject }) => subject),
        column(({ subjectName }) => subjectName),
        column(({ sinceMs }) => new Date(sinceMs).toISOString()),
        column(({ heldAtMs }) => new Date(heldAtMs).toISOString()),
        column(({ overSinceMs }) => (overSinceMs === null ? null : new Date(overSinceMs).toISOString())),
        column(({ isFiring }) => isFiring),
        column(({ isTold }) => isTold),
        column(({ value }) => value),
      ],
    );
  }

  async remove(client: Queryable, keys: readonly string[]): Promise<void> {
    if (keys.length > 0)
      await client.query('DELETE FROM fault_condition WHERE condition_key = ANY($1)', [keys]);
  }
}
