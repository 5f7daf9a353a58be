import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  rawSamplesQuerySchema,
  rawSamplesResponseSchema,
  samplesQuerySchema,
  samplesResponseSchema,
  type RawSamplesQuery,
  type RawSamplesResponse,
  type SamplesQuery,
  type SamplesResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { ServersService } from '../inventory/servers.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { periodOf } from '../platform/http/period.js';
import { RawSamplesService } from './raw-samples.service.js';
import { SeriesService } from './series.service.js';

@ApiTags('servers')
@Controller('api/v1/servers/:id/samples')
export class SamplesController {
  constructor(
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
    private readonly series: SeriesService,
    private readonly raw: RawSamplesService,
  ) {}

  @Get()
  @ApiOperation({ summary: "Reads a server's values of a period, condensed to so many points" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: samplesResponseSchema })
  async range(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: samplesQuerySchema }) query: SamplesQuery,
  ): Promise<SamplesResponse> {
    const period = periodOf(query);
    await this.visibility.requireServer(scope, id, period);
    await this.servers.get(id);
    return this.series.range(id, period, query.points);
  }

  @Get('raw')
  @ApiOperation({ summary: "Reads a server's raw samples of a period, as they were stored" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: rawSamplesResponseSchema })
  async rawSamples(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: rawSamplesQuerySchema }) query: RawSamplesQuery,
  ): Promise<RawSamplesResponse> {
    const period = periodOf(query);
    await this.visibility.requireServer(scope, id, period);
    await this.servers.get(id);
    return this.raw.list(id, period, query.limit, query.order);
  }
}
