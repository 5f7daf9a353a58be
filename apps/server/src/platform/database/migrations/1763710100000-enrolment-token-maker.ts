import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who made a token, so that the enrolment it is used for can be told by whom it was meant. */
export class EnrolmentTokenMaker1763710100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE enrolment_token ADD COLUMN made_by text');
    await runner.query(
      `COMMENT ON COLUMN enrolment_token.made_by IS 'user name; null for a token of the hub itself, and of an older hub'`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
