import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  notificationDeliveriesQuerySchema,
  notificationDeliveriesResponseSchema,
  type NotificationDeliveriesQuery,
  type NotificationDeliveriesResponse,
} from '@opsgauge/contract';
import { CurrentUser } from '../../accounts/principal.js';
import { UserAccount } from '../../accounts/user-account.entity.js';
import { AllowedFor } from '../../platform/http/access.js';
import { DeliveryList } from './delivery-list.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveryList) {}

  @Get()
  @ApiOperation({ summary: 'Lists messages with their fate, the latest first' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationDeliveriesResponseSchema })
  list(
    @CurrentUser() user: UserAccount,
    @Query({ schema: notificationDeliveriesQuerySchema }) query: NotificationDeliveriesQuery,
  ): Promise<NotificationDeliveriesResponse> {
    return this.deliveries.list(user, query);
  }
}
