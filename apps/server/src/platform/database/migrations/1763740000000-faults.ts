import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Faults: what is known of each by now, the append-only timeline it comes from, and what the owner has to decide. */
export class Faults1763740000000 implements MigrationInterface {
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
  `CREATE TABLE root_cause (
     code text PRIMARY KEY,
     name_chinese text NOT NULL,
     name_english text NOT NULL,
     is_default boolean NOT NULL DEFAULT false,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `COMMENT ON TABLE root_cause IS 'catalogue; a code in use is never changed or taken away'`,
  `INSERT INTO root_cause (code, name_chinese, name_english, is_default) VALUES
     ('application', '应用软件故障', 'Application software', true),
     ('database', '数据库故障', 'Database', true),
     ('middleware', '中间件故障', 'Middleware', true),
     ('operating-system', '操作系统故障', 'Operating system', true),
     ('hardware', '硬件故障', 'Hardware', true),
     ('storage', '存储空间或存储设备故障', 'Storage space or device', true),
     ('network', '网络或链路故障', 'Network or link', true),
     ('power', '供电或机房环境故障', 'Power or machine room', true),
     ('configuration', '配置或变更不当', 'Configuration or change', true),
     ('capacity', '容量或性能不足', 'Capacity or performance', true),
     ('security', '网络安全事件', 'Security incident', true),
     ('certificate', '证书或授权到期', 'Certificate or licence expired', true),
     ('third-party', '第三方服务故障', 'Third-party service', true),
     ('operation', '人员操作失误', 'Human error', true),
     ('monitoring', '监测或采集异常', 'Monitoring or agent', true),
     ('unknown', '原因不明', 'Unknown', true)`,
  `CREATE TABLE fault (
     id uuid PRIMARY KEY,
     system_id uuid NOT NULL REFERENCES system (id),
     server_id uuid REFERENCES server (id),
     component_id uuid,
     contract_id uuid REFERENCES contract (id) ON DELETE SET NULL,
     condition_key text,
     rule_id text,
     source text NOT NULL CHECK (source IN ('machine', 'person')),
     title jsonb NOT NULL,
     evidence jsonb NOT NULL,
     severity text NOT NULL,
     state text NOT NULL,
     start_at timestamptz NOT NULL,
     detected_at timestamptz NOT NULL,
     notifiable_at timestamptz NOT NULL,
     responded_at timestamptz,
     recovered_at timestamptz,
     closed_at timestamptz,
     root_cause_code text REFERENCES root_cause (code),
     is_watched boolean NOT NULL,
     is_excluded boolean NOT NULL,
     has_pending_request boolean NOT NULL,
     merged_into_id uuid REFERENCES fault (id),
     cause text,
     response_deadline_at timestamptz,
     repair_deadline_at timestamptz
   )`,
  `COMMENT ON TABLE fault IS 'its timeline (fault_event) folded; written with each of its events'`,
  `COMMENT ON COLUMN fault.contract_id IS 'in force at its start; null: none was'`,
  `COMMENT ON COLUMN fault.detected_at IS 'when it was first entered; start_at may be earlier'`,
  `CREATE UNIQUE INDEX fault_open_condition ON fault (condition_key)
     WHERE condition_key IS NOT NULL AND recovered_at IS NULL AND merged_into_id IS NULL`,
  `CREATE INDEX fault_latest_of_condition ON fault (condition_key, detected_at)`,
  `CREATE INDEX fault_start ON fault (start_at, id)`,
  `CREATE INDEX fault_system ON fault (system_id, start_at)`,
  `CREATE INDEX fault_server ON fault (server_id, start_at)`,
  `CREATE INDEX fault_lasting ON fault (start_at) WHERE recovered_at IS NULL`,
  `CREATE TABLE fault_event (
     id uuid PRIMARY KEY,
     fault_id uuid NOT NULL REFERENCES fault (id),
     number integer NOT NULL CHECK (number > 0),
     at timestamptz NOT NULL,
     party text NOT NULL,
     actor_id uuid,
     actor_name text NOT NULL,
     action text NOT NULL,
     from_state text,
     to_state text NOT NULL,
     note text NOT NULL,
     payload jsonb NOT NULL,
     UNIQUE (fault_id, number)
   )`,
  `COMMENT ON TABLE fault_event IS 'append-only, kept for good; numbers of a fault without gaps'`,
  `CREATE FUNCTION refuse_fault_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the timeline of a fault is append-only' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER fault_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fault_event
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_fault_event_change()`,
  `CREATE TABLE fault_request (
     id uuid PRIMARY KEY,
     fault_id uuid NOT NULL REFERENCES fault (id),
     kind text NOT NULL CHECK (kind IN ('suspension', 'exclusion')),
     ground text,
     reason text NOT NULL,
     asked_at timestamptz NOT NULL,
     asked_by text NOT NULL,
     ended_at timestamptz,
     decision text NOT NULL CHECK (decision IN ('pending', 'approved', 'refused')),
     decided_at timestamptz,
     decided_by text,
     decision_note text
   )`,
  `CREATE UNIQUE INDEX fault_request_pending ON fault_request (fault_id, kind) WHERE decision = 'pending'`,
  `CREATE INDEX fault_request_fault ON fault_request (fault_id, asked_at)`,
];
