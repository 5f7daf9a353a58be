import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sessionsResponseSchema, type SessionsResponse } from '@opsgauge/contract';
import { AuditService } from '../platform/audit/audit.service.js';
import { AllowedFor } from '../platform/http/access.js';
import { AccountsService } from './accounts.service.js';
import { ByPeopleOnly } from './by-people-only.js';
import { CurrentSessionId } from './principal.js';
import { SecondFactorService } from './second-factor.service.js';
import { sessionsResponse } from './session-response.js';
import { SessionsService } from './sessions.service.js';

/** What an administrator can do about how somebody gets in. */
@ApiTags('accounts')
@ByPeopleOnly()
@Controller('api/v1/accounts/:id')
export class AccountAccessController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
    private readonly audit: AuditService,
  ) {}

  @Get('sessions')
  @ApiOperation({ summary: "Lists an account's logins" })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: sessionsResponseSchema })
  async list(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentSessionId() currentId: string | null,
  ): Promise<SessionsResponse> {
    await this.accounts.get(id);
    return sessionsResponse(await this.sessions.listOf(id), currentId);
  }

  @Delete('sessions')
  @ApiOperation({ summary: 'Ends all logins of an account and revokes its API tokens' })
  @HttpCode(204)
  @AllowedFor('admin')
  async endAll(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const { username } = await this.accounts.get(id);
    await this.sessions.endAll(id);
    await this.audit.record({
      action: 'account.end-sessions',
      targetKind: 'account',
      targetId: id,
      targetName: username,
    });
  }

  /** For somebody who lost both the authenticator and the recovery codes. */
  @Delete('totp')
  @ApiOperation({ summary: "Turns an account's second factor off" })
  @HttpCode(204)
  @AllowedFor('admin')
  async turnOffSecondFactor(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.secondFactor.turnOff(await this.accounts.get(id));
  }
}
