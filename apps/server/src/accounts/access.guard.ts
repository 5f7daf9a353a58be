import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ApplicationError } from '../platform/errors/application-error.js';
import { ACCESS_KEY, type Access, isMachine } from '../platform/http/access.js';
import { setActor } from '../platform/request-context.js';
import { apiTokenPrefix, ApiTokensService } from './api-tokens.service.js';
import { bearerOf } from './bearer.js';
import { BY_PEOPLE_ONLY_KEY, WHILE_PASSWORD_PENDING_KEY } from './by-people-only.js';
import { MachineAdmission } from './machine-admission.service.js';
import { type Principal, setPrincipal } from './principal.js';
import { ScopesService } from './scopes.service.js';
import { sessionToken } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccount } from './user-account.entity.js';

/** What changes nothing: all that a token may do that was not made for writing. */
const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

interface Caller extends Principal {
  /** Came by an API token; `canWrite` is what it was made for. */
  readonly apiToken?: { readonly canWrite: boolean };
}

/** Lets a request through only to a route that declares it for its sender. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
    private readonly scopes: ScopesService,
    private readonly machines: MachineAdmission,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // The socket checks its session itself, when it connects.
    if (context.getType() !== 'http') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS_KEY, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === undefined) throw new ApplicationError('forbidden', 'this route is open to nobody');
    if (isMachine(access)) {
      await this.machines.admit(access, request);
      return true;
    }
    const caller = await this.identify(request);
    const { user } = caller;
    if (user) {
      setPrincipal(request, { ...caller, scope: await this.scopes.of(user) });
      setActor({ id: user.id, name: user.username });
    }
    if (access === 'public') return true;
    if (!user) throw new ApplicationError('not_authenticated', 'log in first');
    this.assertTokenMay(context, request, caller);
    this.assertPasswordIsOwn(context, user);
    if (user.role !== 'admin' && !access.includes(user.role)) {
      throw new ApplicationError('forbidden', 'your role may not do this');
    }
    return true;
  }

  private async identify(request: FastifyRequest): Promise<Caller> {
    const bearer = bearerOf(request);
    if (bearer?.startsWith(apiTokenPrefix)) {
      const resolved = await this.tokens.resolve(bearer);
      return resolved ? { user: resolved.user, apiToken: { canWrite: resolved.canWrite } } : {};
    }
    const token = sessionToken(request.headers.cookie, request.protocol === 'https');
    return (token ? await this.sessions.resolve(token) : null) ?? {};
  }

  private assertTokenMay(context: ExecutionContext, request: FastifyRequest, { apiToken }: Caller): void {
    if (!apiToken) return;
    if (this.reflector.get(BY_PEOPLE_ONLY_KEY, context.getClass())) {
      throw new ApplicationError('forbidden', 'no token may do this; log in');
    }
    if (!apiToken.canWrite && !readingMethods.includes(request.method)) {
      throw new ApplicationError('forbidden', 'this token may only read');
    }
  }

  /**
   * A generated password has stood on a console. It lets its owner see and work, so that a first look at the hub needs
   * nothing more, but nobody manages accounts or tokens with it; pages ask for its replacement first of all.
   */
  private assertPasswordIsOwn(context: ExecutionContext, { mustChangePassword }: UserAccount): void {
    if (!mustChangePassword || !this.reflector.get(BY_PEOPLE_ONLY_KEY, context.getClass())) return;
    if (this.reflector.get(WHILE_PASSWORD_PENDING_KEY, context.getHandler())) return;
    throw new ApplicationError('password_change_required', 'choose a password of your own first');
  }
}
