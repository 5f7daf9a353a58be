import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  fleetLoadQuerySchema,
  fleetLoadResponseSchema,
  type FleetLoadQuery,
  type FleetLoadResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { periodOf } from '../platform/http/period.js';
import { FleetSummaries } from './reading/fleet-summaries.service.js';

@ApiTags('servers')
@Controller('api/v1/fleet/load')
export class FleetLoadController {
  constructor(
    private readonly summaries: FleetSummaries,
    private readonly visibility: VisibilityService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reads how loaded every server was over whole days or months' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: fleetLoadResponseSchema })
  async read(
    @CurrentScope() scope: Scope,
    @Query({ schema: fleetLoadQuerySchema }) query: FleetLoadQuery,
  ): Promise<FleetLoadResponse> {
    const period = periodOf(query);
    const { seesServer, sawServer } = await this.visibility.of(scope);
    const loads = await this.summaries.ofAll(query.unit, period);
    const items = [...loads]
      .filter(([serverId]) => seesServer(serverId) || sawServer(serverId, period))
      .map(([serverId, load]) => ({ serverId, ...load }));
    return { items };
  }
}
