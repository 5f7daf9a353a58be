import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Maintenance that recurs, and maintenance that a vendor asks its owner for. */
export class MaintenanceSeries1763755000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `ALTER TABLE maintenance_window
         ADD COLUMN recurrence text,
         ADD COLUMN first_to_at timestamptz,
         ADD COLUMN cancelled_at timestamptz[] NOT NULL DEFAULT '{}',
         ADD COLUMN state text NOT NULL DEFAULT 'approved' CHECK (state IN ('requested', 'approved', 'refused')),
         ADD COLUMN requested_by text,
         ADD COLUMN requested_at timestamptz,
         ADD COLUMN decided_by text,
         ADD COLUMN decided_at timestamptz,
         ADD COLUMN decision_note text,
         ADD CHECK ((recurrence IS NULL) = (first_to_at IS NULL)),
         ADD CHECK (state = 'approved' OR requested_at IS NOT NULL),
         ADD CHECK ((requested_at IS NOT NULL AND state <> 'requested') = (decided_at IS NOT NULL))`,
      `COMMENT ON COLUMN maintenance_window.to_at IS 'the end of the last occurrence'`,
      `COMMENT ON COLUMN maintenance_window.first_to_at IS 'the end of the first occurrence of one that recurs'`,
      `COMMENT ON COLUMN maintenance_window.cancelled_at IS 'the starts of occurrences that were called off'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
