import type { Type } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ACCESS_KEY, isMachine, type Machine } from './access.js';

/** A controller's method that answers a request with what is sent as JSON. */
type DirectMethod = (request: FastifyRequest) => Promise<object>;

interface DirectConfig {
  readonly direct?: { readonly controller: Type; readonly method: string };
}

/**
 * Has Fastify call a route's method straight: Nest's guards, pipes, interceptors and filters, made for routes that
 * people call now and then, cost more than all that is done for an agent's report. The route is declared and described
 * as any other, but is for machines only, and its method takes the request and nothing else.
 */
export function Direct<Method extends DirectMethod>(
  target: object,
  method: string,
  descriptor: TypedPropertyDescriptor<Method>,
): void {
  const config: DirectConfig = { direct: { controller: target.constructor as Type, method } };
  RouteConfig(config)(target, method, descriptor);
}

/**
 * Puts direct routes in the place of those that Nest makes, before it makes any. What a method throws is answered as
 * everywhere.
 *
 * @param admit throws where a machine of that kind did not send the request
 * @throws Error, once routes are made, for a direct route that is not declared for machines
 */
export function serveDirectRoutes(
  app: NestFastifyApplication,
  admit: (kind: Machine, request: FastifyRequest) => Promise<void>,
): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRoute', (route) => {
    const { direct } = (route.config ?? {}) as DirectConfig;
    if (!direct) return;
    const controller = app.get<Record<string, DirectMethod>>(direct.controller, { strict: false });
    const answer = controller[direct.method]!;
    const access: unknown = Reflect.getMetadata(ACCESS_KEY, answer);
    if (!isMachine(access)) throw new Error(`${route.url}: only machines are served directly`);
    const status = (Reflect.getMetadata(HTTP_CODE_METADATA, answer) ?? 200) as number;
    route.handler = async (request, reply) => {
      await admit(access, request);
      const body = JSON.stringify(await answer.call(controller, request));
      void reply.status(status).type('application/json; charset=utf-8');
      return body;
    };
  });
}
