import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { UserAccount } from './user-account.entity.js';

/** Who sent a request, as far as the access guard found out. */
export interface Principal {
  readonly user?: UserAccount;
  /** The server whose agent it is. */
  readonly agentServerId?: string;
}

const principals = new WeakMap<object, Principal>();

export const setPrincipal = (request: FastifyRequest, principal: Principal): void => {
  principals.set(request, principal);
};

const principalOf = (context: ExecutionContext): Principal =>
  principals.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? {};

/** The logged-in person; null where nobody is (only on public routes). */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): UserAccount | null => principalOf(context).user ?? null,
);

/** The server whose agent calls, on routes for agents. */
export const CurrentAgent = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { agentServerId } = principalOf(context);
  if (!agentServerId) throw new Error('not a route for agents');
  return agentServerId;
});
