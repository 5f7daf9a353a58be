import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { systemsResponseSchema, type SystemsResponse } from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ServersService } from './servers.service.js';
import { SystemsService } from './systems.service.js';

@ApiTags('systems')
@Controller('api/v1/systems')
export class SystemsController {
  constructor(
    private readonly systems: SystemsService,
    private readonly servers: ServersService,
  ) {}

  @Get()
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: systemsResponseSchema })
  async list(): Promise<SystemsResponse> {
    const [systems, servers] = await Promise.all([this.systems.list(), this.servers.list()]);
    const names = new Map(servers.map(({ id, name }) => [id, name]));
    const items = systems.map(({ system, contracts, components }) => ({
      id: system.id,
      name: system.name,
      shortName: system.shortName,
      serviceFrom: contracts[0]!.serviceFrom.toISOString(),
      serviceTo: contracts.at(-1)!.serviceTo?.toISOString() ?? null,
      components: components.map(({ serverId, isCritical }) => ({
        serverId,
        serverName: names.get(serverId) ?? serverId,
        isCritical,
      })),
    }));
    return { items };
  }
}
