import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { ApplicationError } from '../errors/application-error.js';
import { TokenBuckets } from './token-buckets.js';

const FAILURE_LIMIT_KEY = 'opsgauge:failure-limit';

/** What may fail how often from one address. */
const sizes = {
  login: { burst: 20, perMinute: 10 },
  enrolment: { burst: 20, perMinute: 10 },
} as const;
type Limited = keyof typeof sizes;

/**
 * Limits how often a route may fail for one address: 429 `too_many_requests` with Retry-After, before anything is
 * tried. Successes cost nothing, so that a hundred people or servers behind one address do not hinder each other.
 */
export const LimitFailures = (what: Limited): MethodDecorator => SetMetadata(FAILURE_LIMIT_KEY, what);

@Injectable()
export class FailureLimitInterceptor implements NestInterceptor {
  private readonly buckets = {
    login: new TokenBuckets(sizes.login),
    enrolment: new TokenBuckets(sizes.enrolment),
  };

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const what = this.reflector.get<Limited | undefined>(FAILURE_LIMIT_KEY, context.getHandler());
    if (!what) return next.handle();
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const waitMs = this.buckets[what].take(ip, performance.now());
    if (waitMs > 0) {
      throw new ApplicationError('too_many_requests', 'too many failed attempts from this address', {
        retryAfterSeconds: Math.ceil(waitMs / 1000),
      });
    }
    return next.handle().pipe(tap(() => this.buckets[what].giveBack(ip)));
  }
}
