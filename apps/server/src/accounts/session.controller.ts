import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { loginRequestSchema, sessionSchema, type LoginRequest, type Session } from '@opsgauge/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, instantText } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { AllowedFor } from '../platform/http/access.js';
import { LimitFailures } from '../platform/http/failure-limit.js';
import { LoginService } from './login.service.js';
import { CurrentUser } from './principal.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccount } from './user-account.entity.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly logins: LoginService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Logs in' })
  @HttpCode(200)
  @AllowedFor('public')
  @LimitFailures('login')
  @ApiOkResponse({ standardSchema: sessionSchema })
  async logIn(
    @Body({ schema: loginRequestSchema }) body: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const place = { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
    const { account, token } = await this.logins.logIn(body, place);
    setSessionCookie(reply, token);
    return this.describe(account);
  }

  @Get()
  @ApiOperation({ summary: 'Tells who is logged in' })
  @AllowedFor('public')
  @ApiOkResponse({ standardSchema: sessionSchema })
  read(@CurrentUser() user: UserAccount | null): Session {
    return this.describe(user);
  }

  @Delete()
  @ApiOperation({ summary: 'Logs out' })
  @AllowedFor('public')
  @ApiOkResponse({ standardSchema: sessionSchema })
  async logOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const token = sessionToken(request.headers.cookie, request.protocol === 'https');
    if (token) await this.sessions.end(token);
    clearSessionCookie(reply);
    return this.describe(null);
  }

  private describe(user: UserAccount | null): Session {
    return {
      user: user && {
        id: user.id,
        username: user.username,
        displayName: user.displayName,
        role: user.role,
        organizationId: user.organizationId,
        hasTotp: user.totpConfirmedAt !== null,
      },
      mustChangePassword: user?.mustChangePassword ?? false,
      timeZone: this.configuration.timeZone,
      serverTime: instantText(this.clock.nowMs()),
    };
  }
}
