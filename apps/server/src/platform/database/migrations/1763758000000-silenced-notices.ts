import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Maintenance may end before it was to: what it holds back is due by itself. Whoever hears of decisions hears of changes. */
export class SilencedNotices1763758000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `ALTER TABLE notification_notice ADD COLUMN unsilenced_due_at timestamptz`,
      `COMMENT ON COLUMN notification_notice.unsilenced_due_at IS 'when it would be due without the maintenance that silences it; null: none does'`,
      `CREATE INDEX notification_notice_silenced ON notification_notice (fault_id)
         WHERE unsilenced_due_at IS NOT NULL AND delivery_id IS NULL AND withdrawn_at IS NULL`,
      `UPDATE notification_subscription SET kinds = array_append(kinds, 'amended')
        WHERE 'decided' = ANY (kinds) AND NOT 'amended' = ANY (kinds)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
