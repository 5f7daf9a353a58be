import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  notificationReachSchema,
  notificationSubscriptionInputSchema,
  notificationSubscriptionSchema,
  notificationSubscriptionsResponseSchema,
  type NotificationReach,
  type NotificationSubscription,
  type NotificationSubscriptionInput,
  type NotificationSubscriptionsResponse,
} from '@opsgauge/contract';
import { CurrentUser } from '../../accounts/principal.js';
import { CurrentScope, type Scope } from '../../accounts/scope.js';
import { UserAccount } from '../../accounts/user-account.entity.js';
import { AllowedFor } from '../../platform/http/access.js';
import { ReachService } from './reach.service.js';
import { SubscriptionsService } from './subscriptions.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly reach: ReachService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists who of the own organization hears what' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationSubscriptionsResponseSchema })
  async list(@CurrentUser() user: UserAccount): Promise<NotificationSubscriptionsResponse> {
    return { items: await this.subscriptions.list(user) };
  }

  @Get('reach')
  @ApiOperation({ summary: 'Tells of which systems’ faults nobody would hear now' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationReachSchema })
  tellReach(@CurrentScope() scope: Scope): Promise<NotificationReach> {
    return this.reach.of(scope);
  }

  @Post()
  @ApiOperation({ summary: 'Adds who hears what' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiCreatedResponse({ standardSchema: notificationSubscriptionSchema })
  create(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Body({ schema: notificationSubscriptionInputSchema }) input: NotificationSubscriptionInput,
  ): Promise<NotificationSubscription> {
    return this.subscriptions.create(user, scope, input);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes who hears what' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationSubscriptionSchema })
  change(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: notificationSubscriptionInputSchema }) input: NotificationSubscriptionInput,
  ): Promise<NotificationSubscription> {
    return this.subscriptions.change(user, scope, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Ends a subscription' })
  @HttpCode(204)
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  remove(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.subscriptions.remove(user, id);
  }
}
