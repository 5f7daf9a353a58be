import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  serverChangeSchema,
  serverSchema,
  serversResponseSchema,
  type Server,
  type ServerChange,
  type ServersResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { ServersService } from '../inventory/servers.service.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ServersOverviewService } from './servers-overview.service.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class ServersController {
  constructor(
    private readonly overview: ServersOverviewService,
    private readonly servers: ServersService,
  ) {}

  /** Without the retired ones, whose history is still there by id. */
  @Get()
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serversResponseSchema })
  list(@CurrentScope() scope: Scope): Promise<ServersResponse> {
    return this.overview.list(scope);
  }

  @Get(':id')
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serverSchema })
  get(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<Server> {
    return this.overview.get(scope, id);
  }

  /** Renames, approves, retires or takes back. */
  @Patch(':id')
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
}
