import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  userViewInputSchema,
  userViewSchema,
  userViewsQuerySchema,
  userViewsResponseSchema,
  type UserView,
  type UserViewInput,
  type UserViewsQuery,
  type UserViewsResponse,
} from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { CurrentUser } from './principal.js';
import type { UserAccount } from './user-account.entity.js';
import { UserViewsService } from './user-views.service.js';

@ApiTags('session')
@Controller('api/v1/session/views')
export class UserViewsController {
  constructor(private readonly views: UserViewsService) {}

  @Get()
  @ApiOperation({ summary: "Lists one's own views of a page" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: userViewsResponseSchema })
  async list(
    @CurrentUser() user: UserAccount,
    @Query({ schema: userViewsQuerySchema }) { page }: UserViewsQuery,
  ): Promise<UserViewsResponse> {
    return { items: await this.views.listOf(user.id, page) };
  }

  /** One of the same name takes the new filters. */
  @Post()
  @ApiOperation({ summary: "Keeps the filters of a page under a name, for one's own use" })
  @AllowedFor(...everyRole)
  @ApiCreatedResponse({ standardSchema: userViewSchema })
  save(
    @CurrentUser() user: UserAccount,
    @Body({ schema: userViewInputSchema }) input: UserViewInput,
  ): Promise<UserView> {
    return this.views.save(user.id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: "Deletes one of one's own views" })
  @HttpCode(204)
  @AllowedFor(...everyRole)
  delete(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.delete(user.id, id);
  }
}
