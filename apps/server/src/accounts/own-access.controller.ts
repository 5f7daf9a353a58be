import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  changePasswordSchema,
  loginRequestSchema,
  recoveryCodesSchema,
  sessionsResponseSchema,
  totpCodeSchema,
  totpSetupSchema,
  type ChangePassword,
  type RecoveryCodes,
  type SessionsResponse,
  type TotpCode,
  type TotpSetup,
} from '@opsgauge/contract';
import { z } from 'zod';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ByPeopleOnly, WhilePasswordPending } from './by-people-only.js';
import { OwnPasswordService } from './own-password.service.js';
import { CurrentSessionId, CurrentUser } from './principal.js';
import { SecondFactorService } from './second-factor.service.js';
import { sessionsResponse } from './session-response.js';
import { SessionsService } from './sessions.service.js';
import type { UserAccount } from './user-account.entity.js';

/** Six digits, or a recovery code. */
const secondFactorSchema = z.object({ code: loginRequestSchema.shape.secondFactor.unwrap() });

/** What everybody can do about how he himself gets in. */
@ApiTags('session')
@ByPeopleOnly()
@Controller('api/v1/session')
export class OwnAccessController {
  constructor(
    private readonly passwords: OwnPasswordService,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** Ends one's other logins. */
  @Put('password')
  @ApiOperation({ summary: "Changes one's own password" })
  @HttpCode(204)
  @AllowedFor(...everyRole)
  @WhilePasswordPending()
  changePassword(
    @CurrentUser() user: UserAccount,
    @CurrentSessionId() sessionId: string,
    @Body({ schema: changePasswordSchema }) body: ChangePassword,
  ): Promise<void> {
    return this.passwords.change(user, sessionId, body);
  }

  @Get('sessions')
  @ApiOperation({ summary: "Lists one's own logins" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: sessionsResponseSchema })
  async list(
    @CurrentUser() user: UserAccount,
    @CurrentSessionId() sessionId: string,
  ): Promise<SessionsResponse> {
    return sessionsResponse(await this.sessions.listOf(user.id), sessionId);
  }

  @Delete('sessions/:id')
  @ApiOperation({ summary: "Ends one of one's own logins" })
  @HttpCode(204)
  @AllowedFor(...everyRole)
  end(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.endOne(user.id, id);
  }

  /** Makes a secret for an authenticator app; it counts once a code of it was typed in. */
  @Post('totp')
  @ApiOperation({ summary: 'Begins setting up the second factor' })
  @HttpCode(200)
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: totpSetupSchema })
  setUpTotp(@CurrentUser() user: UserAccount): Promise<TotpSetup> {
    return this.secondFactor.setUp(user);
  }

  @Put('totp')
  @ApiOperation({
    summary: 'Turns the second factor on with a code of the app, and gives the recovery codes',
  })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: recoveryCodesSchema })
  async confirmTotp(
    @CurrentUser() user: UserAccount,
    @Body({ schema: totpCodeSchema }) { code }: TotpCode,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.secondFactor.confirm(user, code) };
  }

  @Delete('totp')
  @ApiOperation({ summary: "Turns one's own second factor off" })
  @HttpCode(204)
  @AllowedFor(...everyRole)
  turnOffTotp(
    @CurrentUser() user: UserAccount,
    @Body({ schema: secondFactorSchema }) { code }: z.infer<typeof secondFactorSchema>,
  ): Promise<void> {
    return this.secondFactor.turnOff(user, code);
  }
}
