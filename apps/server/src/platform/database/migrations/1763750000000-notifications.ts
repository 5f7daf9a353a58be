import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages: to whom and how, who is on duty, what is to be told, and what became of each message. */
export class Notifications1763750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // Harmless on plain PostgreSQL.
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
      `CREATE TABLE mail_server (
         id int PRIMARY KEY CHECK (id = 1),
         host text NOT NULL,
         port int NOT NULL,
         security text NOT NULL,
         username text,
         password text,
         from_address text NOT NULL,
         from_name text NOT NULL
       )`,
      `CREATE TABLE notification_channel (
         id uuid PRIMARY KEY,
         organization_id uuid REFERENCES organization,
         kind text NOT NULL,
         name text NOT NULL,
         language text NOT NULL,
         is_enabled boolean NOT NULL,
         addresses text[] NOT NULL,
         url text,
         signature_secret text,
         created_at timestamptz NOT NULL
       )`,
      `COMMENT ON COLUMN notification_channel.url IS 'a secret: whoever has it can send'`,
      `CREATE TABLE notification_subscription (
         id uuid PRIMARY KEY,
         organization_id uuid REFERENCES organization,
         system_id uuid REFERENCES system ON DELETE CASCADE,
         least_severity text NOT NULL,
         kinds text[] NOT NULL,
         channel_id uuid REFERENCES notification_channel,
         created_at timestamptz NOT NULL
       )`,
      `COMMENT ON COLUMN notification_subscription.channel_id IS 'null: whoever is on duty'`,
      `CREATE TABLE duty_shift (
         id uuid PRIMARY KEY,
         organization_id uuid REFERENCES organization,
         system_id uuid REFERENCES system ON DELETE CASCADE,
         project_id uuid REFERENCES project ON DELETE CASCADE,
         person_name text NOT NULL,
         phone text,
         mail_address text,
         channel_id uuid REFERENCES notification_channel ON DELETE SET NULL,
         language text NOT NULL,
         from_at timestamptz NOT NULL,
         to_at timestamptz NOT NULL,
         created_at timestamptz NOT NULL,
         CHECK (to_at > from_at),
         CHECK ((system_id IS NULL) <> (project_id IS NULL))
       )`,
      `CREATE INDEX duty_shift_to_at ON duty_shift (to_at)`,
      `CREATE TABLE notification_delivery (
         id uuid PRIMARY KEY,
         channel_id uuid REFERENCES notification_channel ON DELETE SET NULL,
         mail_address text,
         channel_kind text,
         receiver_name text NOT NULL,
         message jsonb NOT NULL,
         state text NOT NULL,
         attempts int NOT NULL DEFAULT 0,
         last_failure jsonb,
         created_at timestamptz NOT NULL,
         next_attempt_at timestamptz,
         sent_at timestamptz
       )`,
      `CREATE INDEX notification_delivery_due ON notification_delivery (next_attempt_at)
         WHERE next_attempt_at IS NOT NULL`,
      `CREATE INDEX notification_delivery_created ON notification_delivery (created_at DESC, id)`,
      `CREATE INDEX notification_delivery_channel ON notification_delivery (channel_id, created_at DESC)`,
      `CREATE TABLE notification_notice (
         notice_key text NOT NULL,
         receiver_key text NOT NULL,
         fault_id uuid NOT NULL,
         kind text NOT NULL,
         at timestamptz NOT NULL,
         due_at timestamptz NOT NULL,
         channel_id uuid REFERENCES notification_channel ON DELETE SET NULL,
         mail_address text,
         language text NOT NULL,
         detail jsonb NOT NULL,
         withdrawn_at timestamptz,
         delivery_id uuid REFERENCES notification_delivery,
         PRIMARY KEY (notice_key, receiver_key)
       )`,
      `COMMENT ON TABLE notification_notice IS 'what one receiver is to be told of one fault, until and after it is part of a message'`,
      `CREATE INDEX notification_notice_fault ON notification_notice (fault_id)`,
      `CREATE INDEX notification_notice_delivery ON notification_notice (delivery_id)`,
      `CREATE INDEX notification_notice_waiting ON notification_notice (due_at)
         WHERE delivery_id IS NULL AND withdrawn_at IS NULL`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup to go back'));
  }
}
