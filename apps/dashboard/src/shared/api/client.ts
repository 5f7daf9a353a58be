import { errorBodySchema } from '@opsgauge/contract';
import { ApiError } from './api-error.js';

/** A contract schema, as far as the client needs it. */
export interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } };
}

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/** What a display shows in place of a login's cookie; kept out of every place where it could be stored. */
let shownToken: string | null = null;
/** @param token an API token that goes with every request from now on; null: the login's cookie again */
export const showToken = (token: string | null): void => {
  shownToken = token;
};

async function send(path: string, { method = 'GET', body, signal }: RequestOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(shownToken === null ? {} : { authorization: `Bearer ${shownToken}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('unreachable', error instanceof Error ? error.message : String(error), 0, null);
  }
}

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

async function failureOf(response: Response): Promise<ApiError> {
  const body = errorBodySchema.safeParse(await jsonOf(response));
  if (body.success) {
    const { code, message, correlationId, field = null, uses = [] } = body.data;
    return new ApiError(code, message, response.status, correlationId, field, uses);
  }
  // A proxy's own 502–504 page: the hub itself did not answer.
  const code = response.status >= 502 && response.status <= 504 ? 'unreachable' : 'unexpected_answer';
  return new ApiError(
    code,
    `HTTP ${response.status}`,
    response.status,
    response.headers.get('x-correlation-id'),
  );
}

/**
 * Asks the hub and parses its answer with the contract's schema.
 *
 * @throws ApiError for every failure: no answer, an error body, an answer that is not what the contract says
 */
export async function request<T>(schema: Parser<T>, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) throw await failureOf(response);
  const parsed = schema.safeParse(await jsonOf(response));
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'unexpected_answer',
    parsed.error.message,
    response.status,
    response.headers.get('x-correlation-id'),
  );
}

/** As `request`, for answers whose body says nothing. */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  const response = await send(path, options);
  if (!response.ok) throw await failureOf(response);
}

/** `path` with the parameters that are not undefined, encoded. */
export function withQuery(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, String(value));
  return query.size ? `${path}?${query}` : path;
}
