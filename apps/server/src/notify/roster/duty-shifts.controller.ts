import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  dutyShiftInputSchema,
  dutyShiftSchema,
  dutyShiftsQuerySchema,
  dutyShiftsResponseSchema,
  type DutyShift,
  type DutyShiftInput,
  type DutyShiftsQuery,
  type DutyShiftsResponse,
} from '@opsgauge/contract';
import { CurrentUser } from '../../accounts/principal.js';
import { CurrentScope, type Scope } from '../../accounts/scope.js';
import { UserAccount } from '../../accounts/user-account.entity.js';
import { AllowedFor } from '../../platform/http/access.js';
import { periodOf } from '../../platform/http/period.js';
import { DutyRosterService } from './duty-roster.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-duty-shifts')
export class DutyShiftsController {
  constructor(private readonly roster: DutyRosterService) {}

  @Get()
  @ApiOperation({ summary: 'Lists who is on duty in a period, for the systems one sees' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiOkResponse({ standardSchema: dutyShiftsResponseSchema })
  async list(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Query({ schema: dutyShiftsQuerySchema }) query: DutyShiftsQuery,
  ): Promise<DutyShiftsResponse> {
    return { items: await this.roster.list(user, scope, periodOf(query)) };
  }

  @Post()
  @ApiOperation({ summary: 'Enters somebody’s time on duty' })
  @AllowedFor('admin', 'lead', 'operator')
  @ApiCreatedResponse({ standardSchema: dutyShiftSchema })
  create(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Body({ schema: dutyShiftInputSchema }) input: DutyShiftInput,
  ): Promise<DutyShift> {
    return this.roster.create(user, scope, input);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes somebody’s time on duty' })
  @AllowedFor('admin', 'lead', 'operator')
  @ApiOkResponse({ standardSchema: dutyShiftSchema })
  change(
    @CurrentUser() user: UserAccount,
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: dutyShiftInputSchema }) input: DutyShiftInput,
  ): Promise<DutyShift> {
    return this.roster.change(user, scope, id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes somebody’s time on duty' })
  @HttpCode(204)
  @AllowedFor('admin', 'lead', 'operator')
  remove(@CurrentUser() user: UserAccount, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.roster.remove(user, id);
  }
}
