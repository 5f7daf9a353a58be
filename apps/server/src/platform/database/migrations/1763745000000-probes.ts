import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is probed, what came of it, its sums by the hour, and when each target was up or down. */
export class Probes1763745000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `CREATE TABLE probe (
         id uuid PRIMARY KEY,
         name text NOT NULL,
         target jsonb NOT NULL,
         interval_seconds integer NOT NULL,
         timeout_seconds integer NOT NULL,
         failures_to_down integer NOT NULL,
         runner_server_id uuid REFERENCES server,
         system_id uuid REFERENCES system ON DELETE SET NULL,
         server_id uuid REFERENCES server,
         is_evidence_of_host boolean NOT NULL,
         is_canary boolean NOT NULL,
         is_enabled boolean NOT NULL,
         created_at timestamptz NOT NULL,
         deleted_at timestamptz
       )`,
      `COMMENT ON COLUMN probe.runner_server_id IS 'whose agent asks; null: the hub'`,
      `COMMENT ON COLUMN probe.deleted_at IS 'left the list; what it measured still counts'`,
      `CREATE TABLE probe_result (
         probe_id uuid NOT NULL,
         observed_at timestamptz NOT NULL,
         outcome text NOT NULL,
         duration_ms double precision,
         status_code integer,
         loss_percent double precision,
         certificate_expires_at timestamptz,
         method text,
         PRIMARY KEY (probe_id, observed_at)
       ) PARTITION BY RANGE (observed_at)`,
      `COMMENT ON COLUMN probe_result.observed_at IS 'when the attempt began'`,
      `CREATE TABLE probe_hour (
         probe_id uuid NOT NULL,
         hour_at timestamptz NOT NULL,
         attempts integer NOT NULL,
         failures integer NOT NULL,
         durations jsonb NOT NULL,
         duration_sum_ms double precision NOT NULL,
         duration_min_ms double precision,
         duration_max_ms double precision,
         loss_sum_percent double precision NOT NULL,
         loss_count integer NOT NULL,
         PRIMARY KEY (probe_id, hour_at)
       ) PARTITION BY RANGE (hour_at)`,
      `COMMENT ON COLUMN probe_hour.durations IS 'how many attempts took how many milliseconds, rounded up'`,
      `CREATE TABLE probe_stretch (
         probe_id uuid NOT NULL,
         from_at timestamptz NOT NULL,
         to_at timestamptz NOT NULL,
         observation text NOT NULL,
         PRIMARY KEY (probe_id, from_at)
       )`,
      `COMMENT ON TABLE probe_stretch IS 'when a target was up or down; nobody knows of the time between'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
