import { isNativeError } from 'node:util/types';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { ErrorBody, ErrorCode } from '@opsgauge/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, Logger } from '../logging/logger.js';
import { ApplicationError } from './application-error.js';

/** Turns whatever was thrown into `{ code, message, correlationId }`; only unexpected errors are logged as errors. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const error = toApplicationError(thrown);
    if (error.status >= 500) {
      const cause = isNativeError(thrown) ? describeError(thrown) : { message: String(thrown) };
      this.logger.error(`${request.method} ${request.routeOptions.url ?? ''} failed`, { error: cause });
    }
    const body: ErrorBody = {
      code: error.code,
      message: error.message,
      correlationId: request.id,
      ...(error.details.field ? { field: error.details.field } : {}),
      ...(error.details.uses ? { uses: [...error.details.uses] } : {}),
    };
    if (error.details.retryAfterSeconds)
      void reply.header('retry-after', String(error.details.retryAfterSeconds));
    void reply.status(error.status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  }
}

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'invalid_request',
  401: 'not_authenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** PostgreSQL's classes 08 (connection) and 57P (shutdown), and Node's own words for a missing server. */
const storeErrorCode = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

/** Exported for the handlers that Fastify calls before Nest sees the request. */
export function toApplicationError(thrown: unknown): ApplicationError {
  if (thrown instanceof ApplicationError) return thrown;
  const { message, statusCode } = (thrown ?? {}) as { message?: string; statusCode?: number };
  // Nest hands on Fastify's parsing errors without their code.
  if (message && /not valid JSON|Body cannot be empty/.test(message)) {
    return new ApplicationError('malformed_json', 'the body is not valid JSON');
  }
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusCode;
  const known = status === undefined ? undefined : codeOfStatus[status];
  if (known) return new ApplicationError(known, message ?? known);
  if (isStoreError(thrown)) {
    return new ApplicationError('store_unavailable', 'the database cannot be reached', {
      retryAfterSeconds: 2,
    });
  }
  return new ApplicationError('internal_error', 'something went wrong inside the hub');
}

/** Whether an error says that the database is away, rather than that a statement was wrong. */
export function isStoreError(thrown: unknown): boolean {
  if (!isNativeError(thrown)) return false;
  const driver = (thrown as { driverError?: Error }).driverError ?? thrown;
  const code = (driver as { code?: string }).code ?? '';
  return (
    storeErrorCode.test(code) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      driver.message,
    )
  );
}
