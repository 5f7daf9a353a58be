import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service hours of contracts; those there are stay 7×24. */
export class ServiceCalendars1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contract ADD COLUMN service_calendar jsonb');
    await runner.query(
      `COMMENT ON COLUMN contract.service_calendar IS 'when its vendor is at work, in the zone of the platform; null: 7×24'`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
