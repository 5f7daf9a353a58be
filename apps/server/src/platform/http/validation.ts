import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { ApplicationError } from '../errors/application-error.js';
import { unstorableMessage, unstorablePath } from './unstorable-text.js';

class ValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.schema) refuseUnstorable(value);
    return (await super.transform(value, metadata)) as T;
  }
}

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })`; the first issue names its field. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    exceptionFactory: (issues) => {
      const [first] = issues;
      const field = (first?.path ?? [])
        .map((segment) => String(typeof segment === 'object' ? segment.key : segment))
        .join('.');
      return invalidRequest(field, first?.message ?? 'is not valid');
    },
  });

/** As the pipe does, where a handler parses by itself. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw invalidRequest((first?.path ?? []).map(String).join('.'), first?.message ?? 'is not valid');
}

/** @throws ApplicationError `invalid_request` naming the field whose text the database would not take */
export function refuseUnstorable(value: unknown): void {
  const path = unstorablePath(value);
  if (path !== null) throw invalidRequest(path, unstorableMessage);
}

const invalidRequest = (field: string, message: string): ApplicationError =>
  new ApplicationError('invalid_request', field ? `${field}: ${message}` : message, field ? { field } : {});
