import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ApplicationError } from '../platform/errors/application-error.js';
import { ACCESS_KEY, type Access } from '../platform/http/access.js';
import { setActor } from '../platform/request-context.js';
import { AgentCredentialsService } from './agent-credentials.service.js';
import { setPrincipal } from './principal.js';
import { sessionToken } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Lets a request through only to a route that declares it for its sender. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly credentials: AgentCredentialsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // The socket checks its session itself, when it connects.
    if (context.getType() !== 'http') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS_KEY, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === undefined) throw new ApplicationError('forbidden', 'this route is open to nobody');
    if (access === 'agent') return this.admitAgent(request);
    const token = sessionToken(request.headers.cookie);
    const user = token ? await this.sessions.resolve(token) : null;
    if (user) {
      setPrincipal(request, { user });
      setActor({ id: user.id, name: user.username });
    }
    if (access === 'public') return true;
    if (!user) throw new ApplicationError('not_authenticated', 'log in first');
    if (user.role !== 'admin' && !access.includes(user.role)) {
      throw new ApplicationError('forbidden', 'your role may not do this');
    }
    return true;
  }

  private async admitAgent(request: FastifyRequest): Promise<boolean> {
    const [, secret] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const agentServerId = secret ? await this.credentials.resolve(secret) : null;
    if (!agentServerId)
      throw new ApplicationError('agent_credential_invalid', 'the credential is unknown or revoked');
    setPrincipal(request, { agentServerId });
    setActor({ id: null, name: `agent of ${agentServerId}` });
    return true;
  }
}
