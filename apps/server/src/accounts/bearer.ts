import type { FastifyRequest } from 'fastify';

/** The secret that a request shows in its `Authorization` header; undefined where it shows none. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
