import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which number people name a fault, and who sees to it. */
export class FaultNumbers1763756000000 implements MigrationInterface {
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
  // A sequence a year: a counter in a row would have all who begin a fault wait for each other until they commit.
  `CREATE FUNCTION next_fault_serial(year integer) RETURNS integer LANGUAGE plpgsql AS $$
   DECLARE
     sequence_name text := 'fault_serial_' || year;
   BEGIN
     IF to_regclass(sequence_name) IS NULL THEN
       PERFORM pg_advisory_xact_lock(hashtext('fault-serial'), year);
       EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', sequence_name);
     END IF;
     RETURN nextval(sequence_name::regclass);
   END $$`,
  `ALTER TABLE fault
     ADD COLUMN number_year integer,
     ADD COLUMN number_serial integer,
     ADD COLUMN assignee_id uuid,
     ADD COLUMN assignee_name text`,
  `UPDATE fault SET number_year = numbered.year, number_serial = next_fault_serial(numbered.year)
     FROM (SELECT id, extract(year FROM start_at AT TIME ZONE 'UTC')::integer AS year
             FROM fault ORDER BY start_at, id) numbered
    WHERE fault.id = numbered.id`,
  `ALTER TABLE fault
     ALTER COLUMN number_year SET NOT NULL,
     ALTER COLUMN number_serial SET NOT NULL,
     ADD COLUMN number text GENERATED ALWAYS AS (
       'F-' || number_year || '-' || lpad(number_serial::text, greatest(4, length(number_serial::text)), '0')
     ) STORED,
     ADD UNIQUE (number_year, number_serial)`,
  `COMMENT ON COLUMN fault.number_year IS 'of its start as first entered, on the organisation''s clocks'`,
];
