import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of tables that grow with the servers begin with server_id, without identity columns, triggers or foreign keys
 * to local tables, so that they can be distributed by it one day.
 */
export class Initial1763683200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`);
    for (const statement of [
      ...accounts,
      ...inventory,
      ...telemetry,
      ...status,
      ...inspections,
      ...evaluation,
    ]) {
      await runner.query(statement);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}

const accounts = [
  `CREATE TABLE user_account (
     id uuid PRIMARY KEY,
     username text NOT NULL UNIQUE,
     display_name text NOT NULL,
     role text NOT NULL CHECK (role IN ('admin', 'lead', 'operator', 'owner', 'evaluator')),
     password_hash text NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  `CREATE TABLE user_session (
     token_hash bytea PRIMARY KEY,
     user_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     last_used_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  `CREATE TABLE enrolment_token (
     token_hash bytea PRIMARY KEY,
     is_local boolean NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz
   )`,
  `CREATE TABLE agent_credential (
     secret_hash bytea PRIMARY KEY,
     server_id uuid NOT NULL,
     created_at timestamptz NOT NULL,
     revoked_at timestamptz
   )`,
  `CREATE INDEX agent_credential_server ON agent_credential (server_id)`,
];

const inventory = [
  `CREATE TABLE project (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  `CREATE TABLE system (
     id uuid PRIMARY KEY,
     project_id uuid NOT NULL REFERENCES project (id),
     name text NOT NULL,
     short_name text NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  `CREATE TABLE contract (
     id uuid PRIMARY KEY,
     system_id uuid NOT NULL REFERENCES system (id),
     service_from timestamptz NOT NULL,
     service_to timestamptz,
     CHECK (service_to > service_from)
   )`,
  `CREATE TABLE server (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     hostname text NOT NULL,
     address text,
     operating_system text,
     is_local boolean NOT NULL,
     enrolled_at timestamptz NOT NULL
   )`,
  `CREATE TABLE redundancy_group (
     id uuid PRIMARY KEY,
     system_id uuid NOT NULL REFERENCES system (id),
     required_count integer NOT NULL CHECK (required_count > 0)
   )`,
  `CREATE TABLE system_component (
     system_id uuid NOT NULL REFERENCES system (id),
     server_id uuid NOT NULL REFERENCES server (id),
     is_critical boolean NOT NULL,
     redundancy_group_id uuid REFERENCES redundancy_group (id),
     PRIMARY KEY (system_id, server_id)
   )`,
  `CREATE TABLE maintenance_window (
     id uuid PRIMARY KEY,
     server_id uuid REFERENCES server (id),
     system_id uuid REFERENCES system (id),
     from_at timestamptz NOT NULL,
     to_at timestamptz NOT NULL,
     reason text NOT NULL,
     CHECK (to_at > from_at),
     CHECK (num_nonnulls(server_id, system_id) = 1)
   )`,
];

const telemetry = [
  `CREATE TABLE sample_recent (
     server_id uuid NOT NULL,
     observed_at timestamptz NOT NULL,
     seq bigint NOT NULL,
     epoch bigint NOT NULL,
     run_id text NOT NULL,
     boot_id text NOT NULL,
     monotonic_ms double precision NOT NULL,
     corrected_at timestamptz,
     received_at timestamptz NOT NULL,
     interval_seconds real NOT NULL,
     cpu_percent real,
     io_wait_percent real,
     steal_percent real,
     load1 real,
     memory_used_percent real,
     memory_used_bytes double precision,
     swap_used_percent real,
     disk_used_percent real,
     disk_read_bytes_per_second double precision,
     disk_write_bytes_per_second double precision,
     network_receive_bytes_per_second double precision,
     network_transmit_bytes_per_second double precision,
     network_errors_per_second real,
     tcp_retransmits_per_second real,
     process_count real,
     uptime_seconds double precision,
     devices jsonb NOT NULL,
     PRIMARY KEY (server_id, observed_at, seq)
   )`,
  `COMMENT ON COLUMN sample_recent.observed_at IS 'as the agent states it'`,
  `COMMENT ON COLUMN sample_recent.corrected_at IS 'true time by the hub''s clock; null where the agent''s clock was right'`,
  `CREATE INDEX sample_recent_corrected ON sample_recent (server_id, corrected_at) WHERE corrected_at IS NOT NULL`,
  `CREATE TABLE server_latest (
     server_id uuid PRIMARY KEY,
     observed_at timestamptz NOT NULL,
     seq bigint NOT NULL,
     run_id text NOT NULL,
     boot_id text NOT NULL,
     monotonic_ms double precision NOT NULL,
     received_at timestamptz NOT NULL,
     interval_seconds real NOT NULL,
     metrics jsonb NOT NULL,
     devices jsonb NOT NULL,
     last_report_at timestamptz NOT NULL,
     clock_offset_ms double precision NOT NULL,
     agent_version text,
     dropped_samples bigint NOT NULL
   )`,
  `COMMENT ON COLUMN server_latest.observed_at IS 'corrected'`,
  `CREATE TABLE sample_discontinuity (
     server_id uuid PRIMARY KEY,
     since timestamptz NOT NULL,
     version bigint NOT NULL
   )`,
  `COMMENT ON TABLE sample_discontinuity IS 'samples that do not simply follow the one before; status has to be read again from here'`,
];

const status = [
  `CREATE TABLE hub_run (
     id uuid PRIMARY KEY,
     started_at timestamptz NOT NULL,
     last_beat_at timestamptz NOT NULL
   )`,
  `CREATE INDEX hub_run_started ON hub_run (started_at)`,
  `CREATE TABLE status_progress (
     server_id uuid PRIMARY KEY,
     read_from timestamptz NOT NULL,
     read_until timestamptz NOT NULL
   )`,
  `CREATE TABLE status_interval (
     server_id uuid NOT NULL,
     from_at timestamptz NOT NULL,
     to_at timestamptz NOT NULL,
     observation text NOT NULL,
     evidence text NOT NULL,
     is_unreachable boolean NOT NULL,
     PRIMARY KEY (server_id, from_at),
     CHECK (to_at > from_at)
   )`,
  `CREATE INDEX status_interval_end ON status_interval (server_id, to_at)`,
  `CREATE TABLE gap_reading (
     server_id uuid NOT NULL,
     id uuid NOT NULL,
     from_at timestamptz NOT NULL,
     to_at timestamptz NOT NULL,
     read_at timestamptz NOT NULL,
     observation text NOT NULL,
     evidence text NOT NULL,
     PRIMARY KEY (server_id, id)
   )`,
  `CREATE INDEX gap_reading_time ON gap_reading (server_id, from_at)`,
];

const inspections = [
  `CREATE TABLE inspection (
     id uuid PRIMARY KEY,
     server_id uuid NOT NULL REFERENCES server (id),
     requested_by uuid REFERENCES user_account (id),
     requested_at timestamptz NOT NULL,
     completed_at timestamptz,
     reading jsonb,
     CHECK ((completed_at IS NULL) = (reading IS NULL))
   )`,
  `CREATE INDEX inspection_server ON inspection (server_id, requested_at DESC)`,
];

const evaluation = [
  `CREATE TABLE evaluation (
     id uuid PRIMARY KEY,
     project_id uuid NOT NULL REFERENCES project (id),
     system_id uuid NOT NULL REFERENCES system (id),
     template_id text NOT NULL,
     from_at timestamptz NOT NULL,
     to_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     UNIQUE (system_id, template_id, from_at),
     CHECK (to_at > from_at)
   )`,
];
