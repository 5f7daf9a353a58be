import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit chain. The table is local on every database, so that a trigger may guard it. */
export class Audit1763690100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}

const statements = [
  `CREATE TABLE audit_entry (
     number bigint PRIMARY KEY CHECK (number > 0),
     at timestamptz(3) NOT NULL,
     actor_id uuid,
     actor_name text NOT NULL,
     address text,
     correlation_id text,
     action text NOT NULL,
     target_kind text NOT NULL,
     target_id text,
     target_name text,
     before jsonb,
     after jsonb,
     hash bytea NOT NULL CHECK (length(hash) = 32)
   )`,
  `COMMENT ON TABLE audit_entry IS 'append-only, kept for good; numbers without gaps, hash = SHA-256 over the entry and the hash before it'`,
  `CREATE INDEX audit_entry_actor ON audit_entry (actor_id, number)`,
  `CREATE INDEX audit_entry_action ON audit_entry (action text_pattern_ops, number)`,
  `CREATE INDEX audit_entry_at ON audit_entry (at)`,
  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
];
