import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees what: organizations, grants, and all that an account may be let in by. */
export class AccountsAndOrganizations1763690000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...organizations, ...accounts, ...secrets, ...inventory]) {
      await runner.query(statement);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}

const organizations = [
  `CREATE TABLE organization (
     id uuid PRIMARY KEY,
     name text NOT NULL UNIQUE,
     kind text NOT NULL CHECK (kind IN ('owner', 'vendor', 'evaluator')),
     created_at timestamptz NOT NULL
   )`,
];

const accounts = [
  `ALTER TABLE user_account
     ALTER COLUMN password_hash DROP NOT NULL,
     ADD COLUMN organization_id uuid REFERENCES organization (id),
     ADD COLUMN disabled_at timestamptz,
     ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
     ADD COLUMN totp_secret text,
     ADD COLUMN totp_confirmed_at timestamptz,
     ADD COLUMN totp_last_step bigint,
     ADD COLUMN last_login_at timestamptz`,
  `COMMENT ON COLUMN user_account.password_hash IS 'null: invited, and none chosen yet'`,
  `COMMENT ON COLUMN user_account.totp_last_step IS 'the newest step a code was accepted of; none is accepted twice'`,
  `CREATE TABLE access_grant (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     organization_id uuid REFERENCES organization (id),
     system_id uuid REFERENCES system (id) ON DELETE CASCADE,
     project_id uuid REFERENCES project (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     CHECK (num_nonnulls(organization_id, system_id, project_id) = 1),
     UNIQUE NULLS NOT DISTINCT (account_id, organization_id, system_id, project_id)
   )`,
  `ALTER TABLE user_session
     ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
     ADD COLUMN address text,
     ADD COLUMN user_agent text`,
  `ALTER TABLE user_session ALTER COLUMN id DROP DEFAULT`,
  `CREATE INDEX user_session_user ON user_session (user_id)`,
];

const secrets = [
  `CREATE TABLE password_history (
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     password_hash text NOT NULL,
     PRIMARY KEY (account_id, created_at)
   )`,
  `CREATE TABLE login_failure (
     id uuid PRIMARY KEY,
     name_hash bytea NOT NULL,
     address text NOT NULL,
     failed_at timestamptz NOT NULL
   )`,
  `COMMENT ON COLUMN login_failure.name_hash IS 'of whatever was typed: also names that do not exist, and passwords in the wrong field'`,
  `CREATE INDEX login_failure_name ON login_failure (name_hash, failed_at)`,
  `CREATE INDEX login_failure_address ON login_failure (address, failed_at)`,
  `CREATE TABLE invitation (
     token_hash bytea PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz
   )`,
  `CREATE INDEX invitation_account ON invitation (account_id)`,
  `CREATE TABLE recovery_code (
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     code_hash bytea NOT NULL,
     PRIMARY KEY (account_id, code_hash)
   )`,
  `CREATE TABLE api_token (
     id uuid PRIMARY KEY,
     account_id uuid NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
     name text NOT NULL,
     token_hash bytea NOT NULL UNIQUE,
     can_write boolean NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     last_used_at timestamptz
   )`,
  `CREATE INDEX api_token_account ON api_token (account_id)`,
  `ALTER TABLE agent_credential ADD COLUMN suspended_at timestamptz`,
  `COMMENT ON COLUMN agent_credential.revoked_at IS 'no longer good from here on; ahead of now while its successor is being taken up'`,
  `COMMENT ON COLUMN agent_credential.suspended_at IS 'its server is retired'`,
];

const inventory = [
  `ALTER TABLE server ADD COLUMN approved_at timestamptz, ADD COLUMN retired_at timestamptz`,
  `UPDATE server SET approved_at = enrolled_at`,
  `ALTER TABLE project
     ADD COLUMN owner_organization_id uuid REFERENCES organization (id),
     ADD COLUMN evaluator_organization_id uuid REFERENCES organization (id)`,
  `ALTER TABLE contract
     ADD COLUMN vendor_organization_id uuid REFERENCES organization (id),
     ADD COLUMN number text NOT NULL DEFAULT '',
     ADD COLUMN promises jsonb NOT NULL DEFAULT '{}'`,
  `CREATE INDEX contract_system ON contract (system_id)`,
  `ALTER TABLE redundancy_group ADD COLUMN name text`,
  `UPDATE redundancy_group SET name = numbered.name
     FROM (SELECT id, row_number() OVER (PARTITION BY system_id ORDER BY id)::text AS name
             FROM redundancy_group) AS numbered
    WHERE numbered.id = redundancy_group.id`,
  `ALTER TABLE redundancy_group
     ALTER COLUMN name SET NOT NULL,
     ADD CONSTRAINT redundancy_group_name UNIQUE (system_id, name)`,
  `CREATE INDEX system_component_server ON system_component (server_id)`,
  // Evaluations open by themselves each month: those of a system that was never in service say nothing.
  `ALTER TABLE evaluation
     DROP CONSTRAINT evaluation_system_id_fkey,
     ADD CONSTRAINT evaluation_system_id_fkey FOREIGN KEY (system_id) REFERENCES system (id) ON DELETE CASCADE`,
];
