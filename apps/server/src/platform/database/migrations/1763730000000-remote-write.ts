import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prometheus servers that write to the hub, whose instances are which servers, and what they wrote. */
export class RemoteWrite1763730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `CREATE TABLE remote_write_source (
         id uuid PRIMARY KEY,
         name text NOT NULL,
         token_hash bytea NOT NULL UNIQUE,
         created_at timestamptz NOT NULL
       )`,
      `CREATE TABLE remote_write_instance (
         source_id uuid NOT NULL REFERENCES remote_write_source ON DELETE CASCADE,
         instance text NOT NULL,
         server_id uuid NOT NULL UNIQUE REFERENCES server,
         PRIMARY KEY (source_id, instance)
       )`,
      `COMMENT ON TABLE remote_write_instance IS 'which server an instance of a Prometheus is'`,
      `CREATE TABLE remote_write_host (
         source_id uuid NOT NULL REFERENCES remote_write_source ON DELETE CASCADE,
         instance text NOT NULL,
         hostname text,
         first_seen_at timestamptz NOT NULL,
         last_seen_at timestamptz NOT NULL,
         last_scrape jsonb,
         pauses_ms jsonb,
         PRIMARY KEY (source_id, instance)
       )`,
      `COMMENT ON COLUMN remote_write_host.last_scrape IS 'the newest that was read, from whose counters rates are reckoned'`,
      `CREATE TABLE remote_write_scrape (
         source_id uuid NOT NULL REFERENCES remote_write_source ON DELETE CASCADE,
         instance text NOT NULL,
         scraped_at timestamptz NOT NULL,
         received_at timestamptz NOT NULL,
         series jsonb NOT NULL,
         PRIMARY KEY (source_id, instance, scraped_at)
       )`,
      `COMMENT ON TABLE remote_write_scrape IS 'what came of a scrape, until it is read as a sample'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
