import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  alertSourceInputSchema,
  alertSourceRulesSchema,
  alertSourceSchema,
  alertSourcesResponseSchema,
  createdAlertSourceSchema,
  unassignedAlertsResponseSchema,
  type AlertSource,
  type AlertSourceInput,
  type AlertSourceRules,
  type AlertSourcesResponse,
  type CreatedAlertSource,
  type UnassignedAlertsResponse,
} from '@opsgauge/contract';
import type { FastifyRequest } from 'fastify';
import { AlertSourcesService } from '../../accounts/alert-sources.service.js';
import { AllowedFor } from '../../platform/http/access.js';
import { HubAddress } from '../../platform/http/hub-address.js';
import { AlertRules } from './alert-rules.service.js';
import { AlertSourceOverview } from './alert-source-overview.service.js';

/** The other monitors whose alerts come in. */
@ApiTags('incoming')
@Controller('api/v1/incoming')
export class AlertSourcesController {
  constructor(
    private readonly sources: AlertSourcesService,
    private readonly rules: AlertRules,
    private readonly overview: AlertSourceOverview,
    private readonly address: HubAddress,
  ) {}

  @Get('sources')
  @ApiOperation({
    summary: 'Lists the other monitors, what is said of their alerts, and when they were last heard',
  })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: alertSourcesResponseSchema })
  async list(): Promise<AlertSourcesResponse> {
    return { items: await this.overview.list() };
  }

  @Post('sources')
  @ApiOperation({ summary: 'Lets another monitor send its alerts, by a token that is shown once' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: createdAlertSourceSchema })
  async create(
    @Req() request: FastifyRequest,
    @Body({ schema: alertSourceInputSchema }) input: AlertSourceInput,
  ): Promise<CreatedAlertSource> {
    const { hub, isLocalOnly, certificate } = this.address.reach(request.raw);
    const { row, token } = await this.sources.create(input);
    const url = `${hub}/api/v1/incoming/${input.kind}`;
    return { ...(await this.overview.get(row.id)), token, url, isLocalOnly, certificate };
  }

  @Put('sources/:id/rules')
  @ApiOperation({ summary: 'Says whose the alerts of a monitor are, and how bad' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: alertSourceSchema })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: alertSourceRulesSchema }) rules: AlertSourceRules,
  ): Promise<AlertSource> {
    await this.rules.change(id, rules);
    return this.overview.get(id);
  }

  @Delete('sources/:id')
  @ApiOperation({ summary: 'Refuses what a monitor sends from now on, and ends its faults' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rules.remove(id);
  }

  @Get('unassigned')
  @ApiOperation({ summary: 'Lists the alerts of which nobody knows whose they are' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: unassignedAlertsResponseSchema })
  async unassigned(): Promise<UnassignedAlertsResponse> {
    return { items: await this.overview.unassigned() };
  }

  @Delete('unassigned/:id')
  @ApiOperation({ summary: 'Lets go of an alert of which nobody knows whose it is' })
  @HttpCode(204)
  @AllowedFor('admin')
  dismiss(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rules.dismiss(id);
  }
}
