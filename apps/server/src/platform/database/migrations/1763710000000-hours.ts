import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The metrics of a sample when hours came; a metric that comes later brings its own columns. */
const narrow = [
  'cpu_percent',
  'io_wait_percent',
  'steal_percent',
  'load1',
  'memory_used_percent',
  'swap_used_percent',
  'disk_used_percent',
  'network_errors_per_second',
  'tcp_retransmits_per_second',
  'process_count',
];
const wide = [
  'memory_used_bytes',
  'disk_read_bytes_per_second',
  'disk_write_bytes_per_second',
  'network_receive_bytes_per_second',
  'network_transmit_bytes_per_second',
  'uptime_seconds',
];
const columnsOf = (metric: string, type: string) =>
  `${metric}_count integer NOT NULL, ${metric}_mean double precision, ${metric}_min ${type}, ${metric}_max ${type}`;

/** Hours of servers: a summary that charts of months read, and the samples themselves in a few bytes each. */
export class Hours1763710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const metrics = [
      ...narrow.map((metric) => columnsOf(metric, 'real')),
      ...wide.map((metric) => columnsOf(metric, 'double precision')),
    ];
    const statements = [
      `CREATE TABLE server_hour (
         server_id uuid NOT NULL,
         hour_at timestamptz NOT NULL,
         sample_count integer NOT NULL,
         ${metrics.join(',\n         ')},
         cpu_histogram bytea NOT NULL,
         memory_histogram bytea NOT NULL,
         disk_histogram bytea NOT NULL,
         PRIMARY KEY (server_id, hour_at)
       )`,
      `COMMENT ON COLUMN server_hour.cpu_histogram IS 'samples in each of 100 bins of one per cent'`,
      `CREATE TABLE server_hour_raw (
         server_id uuid NOT NULL,
         hour_at timestamptz NOT NULL,
         sample_count integer NOT NULL,
         samples bytea NOT NULL,
         PRIMARY KEY (server_id, hour_at)
       )`,
      `COMMENT ON COLUMN server_hour_raw.samples IS 'every sample of the hour, packed; its first byte names the layout'`,
      `ALTER TABLE server_hour_raw ALTER COLUMN samples SET STORAGE EXTERNAL`,
      `CREATE TABLE server_fold (
         server_id uuid PRIMARY KEY,
         folded_until timestamptz NOT NULL
       )`,
      `COMMENT ON TABLE server_fold IS 'up to when the samples of a server were folded into hours'`,
      `CREATE TABLE late_hour (
         server_id uuid NOT NULL,
         hour_at timestamptz NOT NULL,
         PRIMARY KEY (server_id, hour_at)
       )`,
      `COMMENT ON TABLE late_hour IS 'hours for which samples came after their end, to be folded again'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
