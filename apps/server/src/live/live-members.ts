import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '../accounts/scope.js';
import { ScopesService } from '../accounts/scopes.service.js';
import { sessionToken } from '../accounts/session-cookie.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { RequestOrigins } from '../platform/http/request-origin.js';

/** Whose an open page is, and what he may see. */
export interface Member {
  readonly token: string;
  readonly userId: string;
  readonly scope: Scope;
}

/** Who may have the socket open. */
@Injectable()
export class LiveMembers {
  private readonly origins: RequestOrigins;

  constructor(
    private readonly sessions: SessionsService,
    private readonly scopes: ScopesService,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.origins = new RequestOrigins(configuration);
  }

  /** @throws Error whose message is an error code, for the page that tried to connect */
  async admit(handshake: IncomingMessage): Promise<Member> {
    const token = sessionToken(handshake.headers.cookie, this.origins.isSecure(handshake));
    const session = token ? await this.sessions.resolve(token).catch(unavailable) : null;
    if (!token || !session) throw new Error('not_authenticated');
    const scope = await this.scopes.of(session.user).catch(unavailable);
    return { token, userId: session.user.id, scope };
  }

  /** The same page as it may be now; null when its login no longer holds. */
  async renew({ token, userId }: Member): Promise<Member | null> {
    const session = await this.sessions.peek(token);
    if (!session) return null;
    return { token, userId, scope: await this.scopes.of(session.user) };
  }
}

const unavailable = (): never => {
  throw new Error('store_unavailable');
};
