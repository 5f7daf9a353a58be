import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type LoggerOptions, type Logger as PinoLogger } from 'pino';
import { currentRequest } from '../request-context.js';

/** JSON lines, on standard output unless told otherwise; secrets are cut out wherever they might be handed in. */
export function createPino(level: string, destination?: DestinationStream): PinoLogger {
  const options: LoggerOptions = {
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'credential',
        'authorization',
        'cookie',
        '*.password',
        '*.token',
        '*.credential',
      ],
      censor: '[hidden]',
    },
    mixin: () => {
      const correlationId = currentRequest()?.correlationId;
      return correlationId ? { correlationId } : {};
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Nest's own logger on top of pino. */
@Injectable()
export class Logger implements LoggerService {
  constructor(readonly pino: PinoLogger) {}

  /** Nest tells every route it maps; that is worth reading only when something is wrong. */
  log(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(context(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(
      context(rest),
      message instanceof Error ? (message.stack ?? message.message) : String(message),
    );
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(context(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(context(rest), String(message));
  }
}

function context(rest: unknown[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const one of rest) {
    if (one instanceof Error) fields['error'] = describeError(one);
    else if (typeof one === 'string') fields['context'] = one.slice(0, 4000);
    else if (one && typeof one === 'object') Object.assign(fields, one);
  }
  return fields;
}

/** An error without what it carries along: TypeORM's query errors hold every bind parameter. */
export const describeError = (error: Error): Record<string, unknown> => ({
  name: error.name,
  message: error.message,
  ...('code' in error ? { code: error.code } : {}),
  stack: error.stack,
});
