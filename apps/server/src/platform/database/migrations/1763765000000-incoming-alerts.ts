import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other monitors whose alerts come in as faults, whose alerts are whose, and what came of each. */
export class IncomingAlerts1763765000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `CREATE TABLE alert_source (
         id uuid PRIMARY KEY,
         name text NOT NULL,
         kind text NOT NULL CHECK (kind IN ('alertmanager', 'zabbix')),
         token_hash bytea NOT NULL UNIQUE,
         created_at timestamptz NOT NULL
       )`,
      `CREATE TABLE alert_source_state (
         source_id uuid PRIMARY KEY REFERENCES alert_source ON DELETE CASCADE,
         severities jsonb NOT NULL DEFAULT '{}',
         last_received_at timestamptz,
         last_refused_at timestamptz,
         last_refusal text
       )`,
      `COMMENT ON COLUMN alert_source_state.severities IS 'a word of the monitor, in small letters: how bad it is'`,
      `CREATE TABLE alert_assignment (
         source_id uuid NOT NULL REFERENCES alert_source ON DELETE CASCADE,
         position integer NOT NULL,
         label text NOT NULL,
         value text NOT NULL,
         system_id uuid REFERENCES system ON DELETE CASCADE,
         server_id uuid REFERENCES server,
         PRIMARY KEY (source_id, position),
         CHECK (num_nonnulls(system_id, server_id) = 1)
       )`,
      `COMMENT ON TABLE alert_assignment IS 'whose alerts with such a label are; the first that fits decides'`,
      `CREATE TABLE incoming_alert (
         id uuid PRIMARY KEY,
         source_id uuid NOT NULL REFERENCES alert_source ON DELETE CASCADE,
         fingerprint text NOT NULL,
         episode text NOT NULL,
         group_key text,
         text text NOT NULL,
         severity_word text NOT NULL,
         labels jsonb NOT NULL,
         started_at timestamptz NOT NULL,
         ended_at timestamptz,
         last_received_at timestamptz NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('fault', 'ignored', 'unassigned')),
         UNIQUE (source_id, fingerprint)
       )`,
      `COMMENT ON TABLE incoming_alert IS 'the last time that each alert came, by which a repetition is known'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
