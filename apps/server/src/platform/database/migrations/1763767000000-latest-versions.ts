import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a hub write a server's latest row without reading it first, and find out if another has written it meanwhile. */
export class LatestVersions1763767000000 implements MigrationInterface {
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
  'ALTER TABLE server_latest ADD COLUMN version bigint NOT NULL DEFAULT 0',
  `COMMENT ON COLUMN server_latest.version IS 'how often the row was written'`,
];
