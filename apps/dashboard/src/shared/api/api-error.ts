import type { ErrorCode, Use } from '@opsgauge/contract';

/** Codes of the hub, and two of the page's own: no answer came, or one that is not what the contract says. */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'unexpected_answer';

/** What went wrong with one request. `status` is the HTTP status, 0 where no answer came. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly status: number,
    readonly correlationId: string | null,
    /** The input that was refused, as the contract names it. */
    readonly field: string | null = null,
    /** What still refers to the thing, with `in_use`. */
    readonly uses: readonly Use[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Any thrown value as an ApiError, so that one component can show it. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError('unexpected_answer', error instanceof Error ? error.message : String(error), 0, null);
