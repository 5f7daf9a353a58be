import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { serverSchema, serversResponseSchema, type Server, type ServersResponse } from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ServersOverviewService } from './servers-overview.service.js';

@ApiTags('servers')
@Controller('api/v1/servers')
export class ServersController {
  constructor(private readonly overview: ServersOverviewService) {}

  @Get()
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serversResponseSchema })
  list(): Promise<ServersResponse> {
    return this.overview.list();
  }

  @Get(':id')
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: serverSchema })
  get(@Param('id', ParseUUIDPipe) id: string): Promise<Server> {
    return this.overview.get(id);
  }
}
