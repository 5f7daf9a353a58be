import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts may say of faults what is not usual: limits by severity, what is repeated, what is major. */
export class ContractFaultTerms1763757000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `ALTER TABLE contract ADD COLUMN fault_terms jsonb NOT NULL DEFAULT '{}'`,
      `COMMENT ON COLUMN contract.fault_terms IS 'what it says of faults beyond its promises; what it does not say is as usual'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
