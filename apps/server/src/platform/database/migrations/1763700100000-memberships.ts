import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when until when a server is part of a system, and how: a past figure is judged with the members of its time. */
export class Memberships1763700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}

const statements = [
  `ALTER TABLE system_component
     DROP CONSTRAINT system_component_pkey,
     ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
     ADD COLUMN since_at timestamptz,
     ADD COLUMN until_at timestamptz,
     ADD CHECK (until_at > since_at)`,
  `ALTER TABLE system_component ALTER COLUMN id DROP DEFAULT`,
  `COMMENT ON COLUMN system_component.since_at IS 'null: from the beginning'`,
  `COMMENT ON COLUMN system_component.until_at IS 'null: still'`,
  `CREATE UNIQUE INDEX system_component_present ON system_component (system_id, server_id) WHERE until_at IS NULL`,
  `CREATE INDEX system_component_system ON system_component (system_id)`,
  // A group that once needed another number of its servers keeps its name.
  `ALTER TABLE redundancy_group DROP CONSTRAINT redundancy_group_name`,
  `CREATE INDEX redundancy_group_system ON redundancy_group (system_id)`,
];
