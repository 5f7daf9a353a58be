import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  notificationDeliveriesQuerySchema,
  notificationDeliveriesResponseSchema,
  type NotificationDeliveriesQuery,
  type NotificationDeliveriesResponse,
} from '@opsgauge/contract';
import { CurrentUser } from '../../accounts/principal.js';
import { CurrentScope, type Scope } from '../../accounts/scope.js';
import { UserAccount } from '../../accounts/user-account.entity.js';
import { FaultReader } from '../../faults/fault-reader.service.js';
import { AllowedFor } from '../../platform/http/access.js';
import { DeliveryList } from './delivery-list.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveryList,
    private readonly faults: FaultReader,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Lists messages with their fate, the latest first; with `faultId` all that tell of that fault',
  })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: notificationDeliveriesResponseSchema })
  async list(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Query({ schema: notificationDeliveriesQuerySchema }) query: NotificationDeliveriesQuery,
  ): Promise<NotificationDeliveriesResponse> {
    const { faultId } = query;
    if (faultId === undefined) return this.deliveries.list(user, query);
    await this.faults.require(scope, faultId);
    return this.deliveries.ofFault({ ...query, faultId });
  }
}
