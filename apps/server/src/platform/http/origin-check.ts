import type { ErrorBody } from '@opsgauge/contract';
import type { FastifyInstance } from 'fastify';
import { ApplicationError } from '../errors/application-error.js';
import type { RequestOrigins } from './request-origin.js';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const oneYearSeconds = 31_536_000;

/** Refuses writes from other sites' pages before anything else looks at them, and keeps browsers on https once there. */
export function addOriginCheck(fastify: FastifyInstance, origins: RequestOrigins): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (origins.isSecure(request.raw))
      void reply.header('strict-transport-security', `max-age=${oneYearSeconds}`);
    if (readingMethods.has(request.method) || !origins.isForeign(request.raw)) return done();
    const { code, message, status } = new ApplicationError(
      'origin_not_allowed',
      explain(origins, request.raw),
    );
    const body: ErrorBody = { code, message, correlationId: request.id };
    void reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  });
}

const explain = (origins: RequestOrigins, raw: Parameters<RequestOrigins['used']>[0]): string =>
  `only the hub's own pages may do this; the hub is reached at ${origins.used(raw) ?? 'an unknown address'}, ` +
  'behind a reverse proxy set OPSGAUGE_TRUSTED_PROXY or OPSGAUGE_PUBLIC_URL';
