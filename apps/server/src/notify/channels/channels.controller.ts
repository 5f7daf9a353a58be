import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  deliveryTrialSchema,
  notificationChannelInputSchema,
  notificationChannelSchema,
  notificationChannelsResponseSchema,
  type DeliveryTrial,
  type NotificationChannel,
  type NotificationChannelInput,
  type NotificationChannelsResponse,
} from '@opsgauge/contract';
import { CurrentUser } from '../../accounts/principal.js';
import { UserAccount } from '../../accounts/user-account.entity.js';
import { AllowedFor } from '../../platform/http/access.js';
import { ChannelsService } from './channels.service.js';
import { Trials } from './trials.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-channels')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly trials: Trials,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the channels of the own organization, without their secrets' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationChannelsResponseSchema })
  async list(@CurrentUser() user: UserAccount): Promise<NotificationChannelsResponse> {
    return { items: await this.channels.list(user) };
  }

  @Post()
  @ApiOperation({ summary: 'Adds a channel' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiCreatedResponse({ standardSchema: notificationChannelSchema })
  create(
    @CurrentUser() user: UserAccount,
    @Body({ schema: notificationChannelInputSchema }) input: NotificationChannelInput,
  ): Promise<NotificationChannel> {
    return this.channels.create(user, input);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a channel; secrets that are left out stay' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationChannelSchema })
  change(
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: notificationChannelInputSchema }) input: NotificationChannelInput,
  ): Promise<NotificationChannel> {
    return this.channels.change(user, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a channel that no subscription names' })
  @HttpCode(204)
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  remove(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.channels.remove(user, id);
  }

  @Post(':id/test')
  @ApiOperation({ summary: 'Sends a test message through a channel and tells its fate' })
  @HttpCode(200)
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: deliveryTrialSchema })
  async test(
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeliveryTrial> {
    return this.trials.ofChannel(await this.channels.get(user, id));
  }
}
