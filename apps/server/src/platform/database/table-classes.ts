/**
 * Where each table lies once the database is more than one machine. A partition lies with its parent; pg-boss's own
 * schema is local.
 */
export const tableClasses = {
  /** Spread by `server_id`, together with the others of the same server: what grows with servers and time. */
  distributed: [
    'gap_reading',
    'kept_span',
    'late_hour',
    'reading_skeleton',
    'sample_discontinuity',
    'sample_recent',
    'server_day',
    'server_fold',
    'server_hour',
    'server_hour_raw',
    'server_latest',
    'server_month',
    'stale_summary',
    'status_interval',
    'status_progress',
  ],
  /** On every machine: what the others refer to. Those that are referred to come first. */
  reference: ['organization', 'project', 'system', 'server'],
  /** On the first machine only. */
  local: [
    'access_grant',
    'agent_credential',
    'api_token',
    'audit_entry',
    'contract',
    'enrolment_token',
    'evaluation',
    'fault_condition',
    'fault_rule',
    'fault_rule_exception',
    'hub_run',
    'inspection',
    'invitation',
    'login_failure',
    'maintenance_window',
    'migrations',
    'password_history',
    'recovery_code',
    'redundancy_group',
    'remote_write_host',
    'remote_write_instance',
    'remote_write_scrape',
    'remote_write_source',
    'system_component',
    'user_account',
    'user_session',
  ],
} as const;
