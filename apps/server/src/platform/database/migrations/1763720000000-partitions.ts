import type { MigrationInterface, QueryRunner } from 'typeorm';

const metrics = [
  'cpu_percent',
  'io_wait_percent',
  'steal_percent',
  'load1',
  'memory_used_percent',
  'memory_used_bytes',
  'swap_used_percent',
  'disk_used_percent',
  'disk_read_bytes_per_second',
  'disk_write_bytes_per_second',
  'network_receive_bytes_per_second',
  'network_transmit_bytes_per_second',
  'network_errors_per_second',
  'tcp_retransmits_per_second',
  'process_count',
  'uptime_seconds',
];
/** As the wire names them, in the order in which they are packed. */
const wireNames = metrics.map((column) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);
const identity = ['server_id', 'observed_at', 'seq', 'epoch', 'run_id', 'boot_id', 'monotonic_ms'];

/**
 * Partitions are made beforehand and attached: a plain CREATE … PARTITION OF would wait for every open reader, and
 * everybody who writes would wait behind it. One that was let go and not yet dropped is taken back as it is.
 */
const ensurePartition = `
CREATE FUNCTION ensure_partition(parent text, name text, from_at timestamptz, to_at timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ensure_partition'), hashtext(parent));
  IF EXISTS (SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
              WHERE inhparent = to_regclass(quote_ident(parent)) AND relname = name) THEN
    RETURN false;
  END IF;
  PERFORM set_config('lock_timeout', '3s', true);
  EXECUTE format('CREATE TABLE IF NOT EXISTS %I (LIKE %I INCLUDING ALL)', name, parent);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, from_at, to_at);
  RETURN true;
END $$`;

const samples = [
  `ALTER TABLE sample_recent RENAME TO sample_before`,
  `ALTER TABLE sample_before RENAME CONSTRAINT sample_recent_pkey TO sample_before_pkey`,
  `ALTER INDEX sample_recent_corrected RENAME TO sample_before_corrected`,
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
     interval_seconds double precision NOT NULL,
     readings bytea NOT NULL,
     ${metrics.map((metric) => `${metric} double precision`).join(',\n     ')},
     PRIMARY KEY (server_id, observed_at, seq)
   ) PARTITION BY RANGE (observed_at)`,
  `COMMENT ON COLUMN sample_recent.observed_at IS 'as the agent states it'`,
  `COMMENT ON COLUMN sample_recent.corrected_at IS 'true time by the hub''s clock; null where the agent''s clock was right'`,
  `COMMENT ON COLUMN sample_recent.readings IS 'of devices, packed; their skeleton is in reading_skeleton'`,
  `CREATE INDEX sample_recent_corrected ON sample_recent (server_id, corrected_at) WHERE corrected_at IS NOT NULL`,
  // Clocks that were never set: their samples are kept, and there is no knowing on which days.
  `CREATE TABLE sample_recent_early PARTITION OF sample_recent FOR VALUES FROM (MINVALUE) TO ('2020-01-01Z')`,
  `CREATE TABLE sample_recent_distant PARTITION OF sample_recent FOR VALUES FROM ('2100-01-01Z') TO (MAXVALUE)`,
  `SELECT ensure_partition('sample_recent', to_char(day, '"sample_recent_"YYYYMMDD'), day AT TIME ZONE 'UTC',
                           (day + interval '1 day') AT TIME ZONE 'UTC')
     FROM (SELECT DISTINCT date_trunc('day', observed_at, 'UTC') AT TIME ZONE 'UTC' AS day FROM sample_before
            WHERE observed_at >= '2020-01-01Z' AND observed_at < '2100-01-01Z') AS days`,
  // Reals as they are written, so that 0.1 stays 0.1.
  `INSERT INTO sample_recent (${identity.join(', ')}, corrected_at, received_at, interval_seconds, readings, ${metrics.join(', ')})
   SELECT ${identity.join(', ')}, corrected_at, received_at, interval_seconds::text::float8,
          '\\x00'::bytea || convert_to(jsonb_build_object('devices', devices)::text, 'UTF8'),
          ${metrics.map((metric) => `${metric}::text::float8`).join(', ')}
     FROM sample_before`,
  `DROP TABLE sample_before`,
  `CREATE TABLE reading_skeleton (
     server_id uuid NOT NULL,
     skeleton_id bigint NOT NULL,
     skeleton text NOT NULL,
     PRIMARY KEY (server_id, skeleton_id)
   )`,
  `COMMENT ON TABLE reading_skeleton IS 'what samples say of devices apart from the numbers; see readings in sample_recent'`,
];

const latest = [
  `ALTER TABLE server_latest ADD COLUMN packed_metrics bytea, ADD COLUMN readings text`,
  `UPDATE server_latest SET
     packed_metrics = ${wireNames
       .map((name) => `float8send(coalesce((metrics ->> '${name}')::float8, 'NaN'))`)
       .join(' || ')},
     readings = jsonb_build_object('devices', devices)::text`,
  `ALTER TABLE server_latest DROP COLUMN metrics, DROP COLUMN devices`,
  `ALTER TABLE server_latest RENAME COLUMN packed_metrics TO metrics`,
  `ALTER TABLE server_latest ALTER COLUMN metrics SET NOT NULL, ALTER COLUMN readings SET NOT NULL`,
  `COMMENT ON COLUMN server_latest.metrics IS 'doubles in the order of the metrics; NaN where there is none'`,
  `COMMENT ON COLUMN server_latest.readings IS 'JSON'`,
  // Every report writes its row again: room for that in the page keeps it from spreading.
  `ALTER TABLE server_latest SET (fillfactor = 50)`,
];

/** A table becomes a partitioned one of the same columns, with the rows it had. */
const partitionedByMonth = (table: string) => [
  `ALTER TABLE ${table} RENAME TO ${table}_before`,
  `ALTER TABLE ${table}_before RENAME CONSTRAINT ${table}_pkey TO ${table}_before_pkey`,
  `CREATE TABLE ${table} (LIKE ${table}_before INCLUDING COMMENTS INCLUDING STORAGE, PRIMARY KEY (server_id, hour_at))
   PARTITION BY RANGE (hour_at)`,
  `SELECT ensure_partition('${table}', to_char(month, '"${table}_"YYYYMM'), month AT TIME ZONE 'UTC',
                           (month + interval '1 month') AT TIME ZONE 'UTC')
     FROM (SELECT DISTINCT date_trunc('month', hour_at, 'UTC') AT TIME ZONE 'UTC' AS month FROM ${table}_before) AS months`,
  `INSERT INTO ${table} SELECT * FROM ${table}_before`,
  `DROP TABLE ${table}_before`,
];

const hours = [
  ...partitionedByMonth('server_hour'),
  ...partitionedByMonth('server_hour_raw'),
  `ALTER TABLE server_hour_raw ADD COLUMN readings_at integer, ADD COLUMN revision integer NOT NULL DEFAULT 1`,
  `COMMENT ON COLUMN server_hour_raw.readings_at IS 'where in samples the readings of devices begin; null where they are throughout'`,
  `COMMENT ON COLUMN server_hour_raw.revision IS 'more than 1: samples came late and were added'`,
  `ALTER TABLE late_hour ADD COLUMN version bigint NOT NULL DEFAULT 1`,
  ...['day', 'month'].flatMap((unit) => [
    `CREATE TABLE server_${unit} (LIKE server_hour INCLUDING COMMENTS)`,
    `ALTER TABLE server_${unit} RENAME COLUMN hour_at TO ${unit}_at`,
    `ALTER TABLE server_${unit} ADD PRIMARY KEY (server_id, ${unit}_at)`,
    `COMMENT ON COLUMN server_${unit}.${unit}_at IS 'its beginning in the organisation''s time zone'`,
  ]),
  `CREATE TABLE stale_summary (
     server_id uuid NOT NULL,
     unit text NOT NULL,
     from_at timestamptz NOT NULL,
     PRIMARY KEY (server_id, unit, from_at)
   )`,
  `COMMENT ON TABLE stale_summary IS 'days and months whose hours were written since they were summed up'`,
  `CREATE TABLE kept_span (
     server_id uuid NOT NULL,
     id uuid NOT NULL,
     from_at timestamptz NOT NULL,
     to_at timestamptz NOT NULL,
     reason text NOT NULL,
     PRIMARY KEY (server_id, id)
   )`,
  `COMMENT ON TABLE kept_span IS 'samples that are kept whatever the disk budget says'`,
];

/** The tables that grow by the day are cut into parts that can be let go one by one; readings of devices are packed. */
export class Partitions1763720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      ensurePartition,
      ...samples,
      ...latest,
      ...hours,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
