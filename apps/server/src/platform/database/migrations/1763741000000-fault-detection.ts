import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules by which faults are found, how far they have come, and through which machines servers are reached. */
export class FaultDetection1763741000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `CREATE TABLE fault_rule (
         id uuid PRIMARY KEY,
         code text NOT NULL UNIQUE,
         name text,
         signal text,
         comparison text,
         threshold double precision,
         for_seconds double precision NOT NULL,
         keep_firing_seconds double precision NOT NULL,
         severity text NOT NULL,
         is_enabled boolean NOT NULL,
         position integer NOT NULL
       )`,
      `COMMENT ON COLUMN fault_rule.signal IS 'null: the status of the host is judged, and no number'`,
      `CREATE TABLE fault_rule_exception (
         id uuid PRIMARY KEY,
         rule_id uuid NOT NULL REFERENCES fault_rule ON DELETE CASCADE,
         system_id uuid REFERENCES system ON DELETE CASCADE,
         server_id uuid REFERENCES server,
         threshold double precision,
         for_seconds double precision,
         severity text,
         is_enabled boolean,
         CHECK (num_nonnulls(system_id, server_id) = 1)
       )`,
      `COMMENT ON TABLE fault_rule_exception IS 'what of a rule is otherwise for a system or a server; null: as the rule has it'`,
      `CREATE TABLE fault_condition (
         condition_key text PRIMARY KEY,
         rule_code text NOT NULL,
         server_id uuid REFERENCES server,
         system_id uuid REFERENCES system ON DELETE CASCADE,
         subject text NOT NULL,
         subject_name text NOT NULL,
         since_at timestamptz NOT NULL,
         held_at timestamptz NOT NULL,
         over_since timestamptz,
         is_firing boolean NOT NULL,
         is_told boolean NOT NULL,
         value double precision NOT NULL,
         CHECK (num_nonnulls(server_id, system_id) = 1)
       )`,
      `COMMENT ON COLUMN fault_condition.system_id IS 'of what is about a system as a whole; what is about a server has none'`,
      `COMMENT ON TABLE fault_condition IS 'what is wrong at the moment, and how far it has come; what is right has no row'`,
      `ALTER TABLE server ADD COLUMN gateway_server_id uuid`,
      `COMMENT ON COLUMN server.gateway_server_id IS 'the server it is reached through: while that one is missing, its silence is no fault of its own'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
