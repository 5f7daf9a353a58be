import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  maintenanceDecisionInputSchema,
  maintenanceRequestInputSchema,
  maintenanceWindowSchema,
  type MaintenanceDecisionInput,
  type MaintenanceRequestInput,
  type MaintenanceWindow,
} from '@opsgauge/contract';
import { CurrentUser } from '../accounts/principal.js';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { AllowedFor } from '../platform/http/access.js';
import { MaintenanceRequestsService } from './maintenance-requests.service.js';

@ApiTags('maintenance-windows')
@Controller('api/v1/maintenance-windows')
export class MaintenanceRequestsController {
  constructor(private readonly requests: MaintenanceRequestsService) {}

  /** The vendor's way in, also for maintenance that is over: nothing counts before the owner approves it. */
  @Post('requests')
  @ApiOperation({ summary: 'Asks the owner for maintenance, ahead or past' })
  @AllowedFor('admin', 'lead', 'operator')
  @ApiCreatedResponse({ standardSchema: maintenanceWindowSchema })
  ask(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Body({ schema: maintenanceRequestInputSchema }) input: MaintenanceRequestInput,
  ): Promise<MaintenanceWindow> {
    return this.requests.ask(scope, user, input);
  }

  @Delete('requests/:id')
  @ApiOperation({ summary: 'Takes back a request that is not decided yet' })
  @HttpCode(204)
  @AllowedFor('admin', 'lead', 'operator')
  withdraw(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.requests.withdraw(scope, id);
  }

  @Post('requests/:id/decision')
  @ApiOperation({ summary: 'Approves or refuses a request' })
  @HttpCode(200)
  @AllowedFor('admin', 'owner')
  @ApiOkResponse({ standardSchema: maintenanceWindowSchema })
  decide(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: maintenanceDecisionInputSchema }) input: MaintenanceDecisionInput,
  ): Promise<MaintenanceWindow> {
    return this.requests.decide(scope, user, id, input);
  }
}
