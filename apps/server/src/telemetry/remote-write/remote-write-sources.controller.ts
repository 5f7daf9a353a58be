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
  createdRemoteWriteSourceSchema,
  remoteWriteAssignmentSchema,
  remoteWriteSourceInputSchema,
  remoteWriteSourceSchema,
  remoteWriteSourcesResponseSchema,
  type CreatedRemoteWriteSource,
  type RemoteWriteAssignment,
  type RemoteWriteSource,
  type RemoteWriteSourceInput,
  type RemoteWriteSourcesResponse,
} from '@opsgauge/contract';
import type { FastifyRequest } from 'fastify';
import { RemoteWriteSourcesService } from '../../accounts/remote-write-sources.service.js';
import { AllowedFor } from '../../platform/http/access.js';
import { HubAddress } from '../../platform/http/hub-address.js';
import { RemoteWriteOverview } from './remote-write-overview.service.js';

/** The Prometheus servers that write to the hub. */
@ApiTags('remote-write')
@Controller('api/v1/remote-write/sources')
export class RemoteWriteSourcesController {
  constructor(
    private readonly sources: RemoteWriteSourcesService,
    private readonly overview: RemoteWriteOverview,
    private readonly address: HubAddress,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the Prometheus servers that may write, and the hosts they wrote of' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: remoteWriteSourcesResponseSchema })
  async list(): Promise<RemoteWriteSourcesResponse> {
    return { items: await this.overview.list() };
  }

  @Post()
  @ApiOperation({ summary: 'Lets a Prometheus write, by a token that is shown once' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: createdRemoteWriteSourceSchema })
  async create(
    @Req() request: FastifyRequest,
    @Body({ schema: remoteWriteSourceInputSchema }) { name }: RemoteWriteSourceInput,
  ): Promise<CreatedRemoteWriteSource> {
    const reach = this.address.reach(request.raw);
    const { row, token } = await this.sources.create(name);
    return { ...(await this.overview.get(row.id)), token, ...reach };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Refuses what a Prometheus writes from now on' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sources.remove(id);
  }

  @Put(':id/instances')
  @ApiOperation({ summary: 'Says which server an instance of a Prometheus is' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: remoteWriteSourceSchema })
  assign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: remoteWriteAssignmentSchema }) assignment: RemoteWriteAssignment,
  ): Promise<RemoteWriteSource> {
    return this.overview.assign(id, assignment);
  }
}
