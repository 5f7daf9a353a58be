import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a fault's own condition was over, which may count as part of another fault that lasts. */
export class ConditionEnds1763766000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}

const statements = [
  // Harmless on plain PostgreSQL.
  `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
  'ALTER TABLE fault ADD COLUMN condition_ended_at timestamptz',
  // Of what was merged before nobody knows; it keeps no fault open.
  `UPDATE fault SET condition_ended_at = coalesce(recovered_at, closed_at)
    WHERE condition_key IS NOT NULL AND (recovered_at IS NOT NULL OR merged_into_id IS NOT NULL)`,
  'CREATE INDEX fault_merged_into ON fault (merged_into_id) WHERE merged_into_id IS NOT NULL',
];
