import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  serverChangeSchema,
  serverPlaceSchema,
  serverDetailSchema,
  serverSchema,
  serversQuerySchema,
  serversResponseSchema,
  type Server,
  type ServerDetail,
  type ServerChange,
  type ServerPlace,
  type ServersQuery,
  type ServersResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { MakeUpsService } from '../inventory/make-ups.service.js';
import { ServersService } from '../inventory/servers.service.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ServersOverviewService } from './servers-overview.service.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class ServersController {
  constructor(
    private readonly overview: ServersOverviewService,
    private readonly servers: ServersService,
    private readonly makeUps: MakeUpsService,
  ) {}

  /** Those in use; the retired ones, whose history is still there, when asked for. */
  @Get()
  @ApiOperation({ summary: 'Lists the servers with their present status and values' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serversResponseSchema })
  list(
    @CurrentScope() scope: Scope,
    @Query({ schema: serversQuerySchema }) { isRetired }: ServersQuery,
  ): Promise<ServersResponse> {
    return this.overview.list(scope, { isRetired: isRetired === 'true' });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads a server with its present status and values' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serverDetailSchema })
  get(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ServerDetail> {
    return this.overview.get(scope, id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Renames, approves, retires or takes back a server' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: serverSchema })
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: serverChangeSchema }) change: ServerChange,
  ): Promise<Server> {
    await this.servers.change(id, change);
    return this.overview.get(scope, id);
  }

  /** Takes it out of the system it is part of and puts it into another, in one step. */
  @Put(':id/system')
  @ApiOperation({ summary: 'Moves an approved server to a system, or out of every system' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: serverSchema })
  async move(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: serverPlaceSchema }) place: ServerPlace,
  ): Promise<Server> {
    await this.makeUps.move(id, place);
    return this.overview.get(scope, id);
  }
}
