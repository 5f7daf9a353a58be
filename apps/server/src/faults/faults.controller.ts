import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  faultDetailSchema,
  faultEntrySchema,
  faultMeasuresQuerySchema,
  faultMeasuresResponseSchema,
  faultPeopleResponseSchema,
  faultReportSchema,
  faultsQuerySchema,
  faultsResponseSchema,
  type FaultDetail,
  type FaultMeasuresQuery,
  type FaultMeasuresResponse,
  type FaultPeopleResponse,
  type FaultsQuery,
  type FaultsResponse,
} from '@opsgauge/contract';
import type { z } from 'zod';
import { CurrentUser } from '../accounts/principal.js';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { FaultAssignees } from './fault-assignees.service.js';
import { FaultLife } from './fault-life.service.js';
import { FaultMeasuresService } from './fault-measures.service.js';
import { FaultReader } from './fault-reader.service.js';

@ApiTags('faults')
@Controller('api/v1/faults')
export class FaultsController {
  constructor(
    private readonly reader: FaultReader,
    private readonly life: FaultLife,
    private readonly assignees: FaultAssignees,
    private readonly measures: FaultMeasuresService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists faults with their clocks, the latest first' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: faultsResponseSchema })
  list(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Query({ schema: faultsQuerySchema }) query: FaultsQuery,
  ): Promise<FaultsResponse> {
    return this.reader.list(scope, user, query);
  }

  @Get('measures')
  @ApiOperation({ summary: 'Counts the faults of a period: rates, means, repeats, with their evidence' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: faultMeasuresResponseSchema })
  measure(
    @CurrentScope() scope: Scope,
    @Query({ schema: faultMeasuresQuerySchema }) query: FaultMeasuresQuery,
  ): Promise<FaultMeasuresResponse> {
    return this.measures.measure(scope, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads a fault with its timeline, requests and related faults' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: faultDetailSchema })
  get(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FaultDetail> {
    return this.reader.get(scope, user, id);
  }

  @Get(':id/assignees')
  @ApiOperation({ summary: 'Lists those to whom a fault can be given' })
  @AllowedFor('admin', 'lead', 'operator')
  @ApiOkResponse({ standardSchema: faultPeopleResponseSchema })
  async listAssignees(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FaultPeopleResponse> {
    return { items: await this.assignees.list(scope, user, id) };
  }

  @Post()
  @ApiOperation({ summary: 'Enters a fault that somebody told of, by telephone for instance' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiCreatedResponse({ standardSchema: faultDetailSchema })
  async report(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Body({ schema: faultReportSchema }) report: z.output<typeof faultReportSchema>,
  ): Promise<FaultDetail> {
    return this.reader.get(scope, user, await this.life.report(scope, user, report));
  }

  /** Which role may do which of them, and when, is told by `possibleActions` of the fault. */
  @Post(':id/events')
  @ApiOperation({ summary: 'Enters what somebody does to a fault: answer, suspend, repair, close and so on' })
  @AllowedFor('admin', 'lead', 'operator', 'owner')
  @ApiCreatedResponse({ standardSchema: faultDetailSchema })
  async enter(
    @CurrentScope() scope: Scope,
    @CurrentUser() user: UserAccount,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: faultEntrySchema }) entry: z.output<typeof faultEntrySchema>,
  ): Promise<FaultDetail> {
    await this.life.enter(scope, user, id, entry);
    return this.reader.get(scope, user, id);
  }
}
