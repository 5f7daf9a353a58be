import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from './scope.js';
import type { UserAccount } from './user-account.entity.js';

/** Who sent a request, as far as the access guard found out. */
export interface Principal {
  readonly user?: UserAccount;
  readonly scope?: Scope;
  /** The login the request came by; undefined for a token's. */
  readonly sessionId?: string;
  /** The server whose agent it is. */
  readonly agentServerId?: string;
  /** What the agent showed. */
  readonly agentCredential?: string;
  /** The Prometheus that writes. */
  readonly remoteWriteSourceId?: string;
  /** The monitor whose alerts come in. */
  readonly alertSourceId?: string;
}

const principals = new WeakMap<object, Principal>();

export const setPrincipal = (request: FastifyRequest, principal: Principal): void => {
  principals.set(request, principal);
};

export const principalOf = (context: ExecutionContext): Principal =>
  principals.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? {};

/** The logged-in person; null where nobody is (only on public routes). */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): UserAccount | null => principalOf(context).user ?? null,
);

/** The id of the login a request came by; null where it came by none. */
export const CurrentSessionId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null => principalOf(context).sessionId ?? null,
);

/** The server whose agent sent a request, on routes for agents. */
export function agentOf(request: FastifyRequest): string {
  const { agentServerId } = principals.get(request) ?? {};
  if (!agentServerId) throw new Error('not a route for agents');
  return agentServerId;
}

/** The server whose agent calls, on routes for agents. */
export const CurrentAgent = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  agentOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The credential the calling agent showed. */
export const CurrentAgentCredential = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const { agentCredential } = principalOf(context);
    if (!agentCredential) throw new Error('not a route for agents');
    return agentCredential;
  },
);

/** The Prometheus that calls, on routes for such. */
export const CurrentRemoteWriteSource = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const { remoteWriteSourceId } = principalOf(context);
    if (!remoteWriteSourceId) throw new Error('not a route for remote write');
    return remoteWriteSourceId;
  },
);

/** The monitor that calls, on routes for such. */
export const CurrentAlertSource = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { alertSourceId } = principalOf(context);
  if (!alertSourceId) throw new Error('not a route for other monitors');
  return alertSourceId;
});
