import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  apiTokenInputSchema,
  apiTokensResponseSchema,
  createdApiTokenSchema,
  type ApiToken as ApiTokenResponse,
  type ApiTokenInput,
  type CreatedApiToken,
} from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokensService } from './api-tokens.service.js';
import { ByPeopleOnly } from './by-people-only.js';
import { CurrentUser } from './principal.js';
import type { UserAccount } from './user-account.entity.js';

/** One's own tokens. */
@ApiTags('api-tokens')
@ByPeopleOnly()
@Controller('api/v1/session/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiOperation({ summary: "Lists one's own API tokens" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: apiTokensResponseSchema })
  async list(@CurrentUser() user: UserAccount): Promise<{ items: ApiTokenResponse[] }> {
    return { items: (await this.tokens.listOf(user.id)).map(describe) };
  }

  @Post()
  @ApiOperation({ summary: 'Makes an API token, which is shown once' })
  @AllowedFor(...everyRole)
  @ApiCreatedResponse({ standardSchema: createdApiTokenSchema })
  async create(
    @CurrentUser() user: UserAccount,
    @Body({ schema: apiTokenInputSchema }) input: ApiTokenInput,
  ): Promise<CreatedApiToken> {
    const { row, token } = await this.tokens.create(user, input);
    return { ...describe(row), token };
  }

  @Delete(':id')
  @ApiOperation({ summary: "Revokes one of one's own API tokens" })
  @HttpCode(204)
  @AllowedFor(...everyRole)
  revoke(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(user.id, id);
  }
}

const describe = (row: ApiToken): ApiTokenResponse => ({
  id: row.id,
  name: row.name,
  canWrite: row.canWrite,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});
