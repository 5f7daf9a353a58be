import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { errorBodySchema, type ErrorCode } from '@opsgauge/contract';
import { z } from 'zod';
import { statusOf } from '../errors/application-error.js';

/** What any route that takes a body in may answer. */
const ofEveryBody = [
  'invalid_request',
  'malformed_json',
  'body_too_large',
  'unsupported_media_type',
  'internal_error',
  'store_unavailable',
] as const satisfies readonly ErrorCode[];

const retryAfter = {
  'Retry-After': {
    description: 'Seconds to wait before the same is sent again.',
    schema: { type: 'integer' as const, minimum: 1 },
  },
};

/**
 * Describes the errors of a route for machines, with every code that each status may carry: those named, and those of
 * any route that takes a body.
 */
export function Refusals(...codes: ErrorCode[]): MethodDecorator {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...codes, ...ofEveryBody])) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, ofStatus]) =>
      ApiResponse({
        status,
        description: ofStatus.join(', '),
        ...(status === 503 || status === 429 ? { headers: retryAfter } : {}),
        schema: errorSchema(ofStatus),
      }),
    ),
  );
}

function errorSchema(codes: readonly ErrorCode[]): object {
  const schema = errorBodySchema.omit({ uses: true }).extend({ code: z.enum(codes) });
  return z.toJSONSchema(schema, { target: 'openapi-3.0' });
}
