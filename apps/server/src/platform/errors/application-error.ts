import type { ErrorCode } from '@opsgauge/contract';

const statusOf: Record<ErrorCode, number> = {
  invalid_request: 400,
  malformed_json: 400,
  period_invalid: 400,
  password_refused: 400,
  invitation_invalid: 400,
  not_authenticated: 401,
  second_factor_required: 401,
  second_factor_wrong: 401,
  wrong_credentials: 401,
  agent_credential_invalid: 401,
  enrolment_token_invalid: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  password_change_required: 403,
  not_found: 404,
  conflict: 409,
  inspection_not_ready: 409,
  server_not_reporting: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  account_locked: 429,
  too_many_requests: 429,
  internal_error: 500,
  overloaded: 503,
  store_unavailable: 503,
};

/** An error with a stable code; its HTTP status follows from the code. */
export class ApplicationError extends Error {
  readonly status: number;

  /** @param details `field` names the offending input; `retryAfterSeconds` becomes the header */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: { readonly field?: string; readonly retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.name = 'ApplicationError';
    this.status = statusOf[code];
  }
}

export const notFound = (what: string): ApplicationError =>
  new ApplicationError('not_found', `${what} does not exist`);
