import type { ErrorCode, RecordKind, Use } from '@opsgauge/contract';

const statuses: Record<ErrorCode, number> = {
  invalid_request: 400,
  malformed_json: 400,
  period_invalid: 400,
  in_the_past: 400,
  fault_moment_invalid: 400,
  not_after_start: 400,
  hub_address_unknown: 400,
  trial_impossible: 400,
  trial_too_large: 400,
  gateway_circular: 400,
  password_refused: 400,
  invitation_invalid: 400,
  remote_write_invalid: 400,
  remote_instance_unknown: 400,
  not_authenticated: 401,
  second_factor_required: 401,
  second_factor_wrong: 401,
  wrong_credentials: 401,
  agent_credential_invalid: 401,
  remote_write_token_invalid: 401,
  alert_source_token_invalid: 401,
  enrolment_token_invalid: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  password_change_required: 403,
  not_found: 404,
  conflict: 409,
  name_taken: 409,
  in_use: 409,
  service_begun: 409,
  group_needs_server: 409,
  fault_not_possible: 409,
  fault_over_too_long: 409,
  fault_request_pending: 409,
  fault_request_decided: 409,
  server_not_approved: 409,
  server_retired: 409,
  server_reports_itself: 409,
  alert_source_other_kind: 409,
  maintenance_over: 409,
  maintenance_begun: 409,
  maintenance_decided: 409,
  maintenance_not_approved: 409,
  probe_subject_fixed: 409,
  probes_too_many: 409,
  account_used: 409,
  account_disabled: 409,
  last_administrator: 409,
  second_factor_on: 409,
  second_factor_not_begun: 409,
  backup_not_configured: 409,
  backup_running: 409,
  inspection_not_ready: 409,
  server_not_reporting: 409,
  server_without_agent: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  account_locked: 429,
  too_many_requests: 429,
  alerts_too_many: 429,
  internal_error: 500,
  overloaded: 503,
  store_unavailable: 503,
};

/** The HTTP status that goes with a code. */
export const statusOf = (code: ErrorCode): number => statuses[code];

/** An error with a stable code; its HTTP status follows from the code. */
export class ApplicationError extends Error {
  readonly status: number;

  /** @param details `field` names the offending input; `uses` what is in the way; `retryAfterSeconds` becomes the header */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: {
      readonly field?: string;
      readonly uses?: readonly Use[];
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(message);
    this.name = 'ApplicationError';
    this.status = statusOf(code);
  }
}

export const notFound = (what: string): ApplicationError =>
  new ApplicationError('not_found', `${what} does not exist`);

/**
 * Refuses what something still refers to.
 * @param what the thing, as it stands at the beginning of a sentence, with what cannot be done
 * @param counts by kind; those of which there are none are in nobody's way
 * @throws ApplicationError `in_use` naming each kind
 */
export function assertUnused(what: string, counts: Partial<Record<RecordKind, number>>): void {
  const uses = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind: kind as RecordKind, count }));
  if (uses.length === 0) return;
  const list = uses.map(({ kind, count }) => `${kind}: ${count}`).join(', ');
  throw new ApplicationError('in_use', `${what}: still in use (${list})`, { uses });
}
