import { Injectable } from '@nestjs/common';
import type { Comparison, EffectiveRule, FaultSeverity, RuleChange, SignalName } from '@opsgauge/domain';
import { Database, type Queryable } from '../../platform/database/database.js';

/** A rule as it holds wherever nothing is set otherwise. */
export interface FaultRule {
  readonly id: string;
  /** Of those the hub comes with a name that stays; of others `custom-` and their id. */
  readonly code: string;
  /** What people called it; null of those the hub comes with. */
  readonly name: string | null;
  /** Null: it is the status of the host that is judged, and not a number. */
  readonly rule: EffectiveRule | null;
  readonly severity: FaultSeverity;
  readonly isEnabled: boolean;
}

/** What is set otherwise for a system or a server. */
export interface RuleException {
  readonly id: string;
  readonly ruleId: string;
  readonly systemId: string | null;
  readonly serverId: string | null;
  readonly change: RuleChange;
}

export interface RuleBook {
  readonly rules: readonly FaultRule[];
  readonly exceptions: readonly RuleException[];
}

interface RuleRow {
  readonly id: string;
  readonly code: string;
  readonly name: string | null;
  readonly signal: SignalName | null;
  readonly comparison: Comparison | null;
  readonly threshold: number | null;
  readonly for_seconds: number;
  readonly keep_firing_seconds: number;
  readonly severity: FaultSeverity;
  readonly is_enabled: boolean;
  [column: string]: unknown;
}

interface ExceptionRow {
  readonly id: string;
  readonly rule_id: string;
  readonly system_id: string | null;
  readonly server_id: string | null;
  readonly threshold: number | null;
  readonly for_seconds: number | null;
  readonly severity: FaultSeverity | null;
  readonly is_enabled: boolean | null;
  [column: string]: unknown;
}

const columns =
  'id, code, name, signal, comparison, threshold, for_seconds, keep_firing_seconds, severity, is_enabled';
const valuesOf = ({ id, code, name, rule, severity, isEnabled }: FaultRule): unknown[] => [
  id,
  code,
  name,
  rule?.signal ?? null,
  rule?.comparison ?? null,
  rule?.threshold ?? null,
  (rule?.forMs ?? 0) / 1000,
  (rule?.keepFiringForMs ?? 0) / 1000,
  severity,
  isEnabled,
];
/** People's own rules stand behind those the hub comes with. */
const afterAll = 1000;

/** Rows of `fault_rule` and `fault_rule_exception`. */
@Injectable()
export class FaultRulesStore {
  constructor(private readonly database: Database) {}

  async book(client: Queryable = this.database): Promise<RuleBook> {
    const rules = await client.query<RuleRow>('SELECT * FROM fault_rule ORDER BY position, code');
    const exceptions = await client.query<ExceptionRow>('SELECT * FROM fault_rule_exception ORDER BY id');
    return { rules: rules.rows.map(toRule), exceptions: exceptions.rows.map(toException) };
  }

  /** Adds those whose codes are not there yet, in their order. */
  async ensure(client: Queryable, rules: readonly FaultRule[]): Promise<void> {
    for (const [position, one] of rules.entries()) {
      await client.query(
        `INSERT INTO fault_rule (${columns}, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (code) DO NOTHING`,
        [...valuesOf(one), position],
      );
    }
  }

  async save(client: Queryable, rule: FaultRule): Promise<void> {
    await client.query(
      `INSERT INTO fault_rule (${columns}, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id) DO UPDATE SET name = $3, signal = $4, comparison = $5, threshold = $6, for_seconds = $7,
         keep_firing_seconds = $8, severity = $9, is_enabled = $10`,
      [...valuesOf(rule), afterAll],
    );
  }

  async remove(client: Queryable, id: string): Promise<void> {
    await client.query('DELETE FROM fault_rule WHERE id = $1', [id]);
  }

  /** One for each rule and target: the one before is replaced. */
  async saveException(client: Queryable, one: RuleException): Promise<void> {
    const { id, ruleId, systemId, serverId, change } = one;
    // Two at once would leave two.
    await client.query('SELECT 1 FROM fault_rule WHERE id = $1 FOR UPDATE', [ruleId]);
    await client.query(
      `DELETE FROM fault_rule_exception
        WHERE rule_id = $1 AND system_id IS NOT DISTINCT FROM $2 AND server_id IS NOT DISTINCT FROM $3`,
      [ruleId, systemId, serverId],
    );
    await client.query(
      `INSERT INTO fault_rule_exception (id, rule_id, system_id, server_id, threshold, for_seconds, severity, is_enabled)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        ruleId,
        systemId,
        serverId,
        change.threshold ?? null,
        change.forMs === undefined ? null : change.forMs / 1000,
        change.severity ?? null,
        change.isEnabled ?? null,
      ],
    );
  }

  async removeException(client: Queryable, id: string): Promise<void> {
    await client.query('DELETE FROM fault_rule_exception WHERE id = $1', [id]);
  }
}

const toRule = (row: RuleRow): FaultRule => ({
  id: row.id,
  code: row.code,
  name: row.name,
  severity: row.severity,
  isEnabled: row.is_enabled,
  rule: row.signal && {
    signal: row.signal,
    comparison: row.comparison!,
    threshold: row.threshold!,
    forMs: row.for_seconds * 1000,
    keepFiringForMs: row.keep_firing_seconds * 1000,
    severity: row.severity,
    isEnabled: row.is_enabled,
  },
});

const toException = (row: ExceptionRow): RuleException => ({
  id: row.id,
  ruleId: row.rule_id,
  systemId: row.system_id,
  serverId: row.server_id,
  change: {
    ...(row.threshold !== null && { threshold: row.threshold }),
    ...(row.for_seconds !== null && { forMs: row.for_seconds * 1000 }),
    ...(row.severity !== null && { severity: row.severity }),
    ...(row.is_enabled !== null && { isEnabled: row.is_enabled }),
  },
});
