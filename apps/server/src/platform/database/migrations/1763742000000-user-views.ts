import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of pages that people keep under names of their own. */
export class UserViews1763742000000 implements MigrationInterface {
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
  `CREATE TABLE user_view (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     page text NOT NULL,
     name text NOT NULL,
     query text NOT NULL,
     created_at timestamptz NOT NULL,
     UNIQUE (account_id, page, name)
   )`,
];
