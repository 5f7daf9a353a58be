import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  periodQuerySchema,
  probeResultsQuerySchema,
  probeResultsResponseSchema,
  probeSeriesResponseSchema,
  probeStatesResponseSchema,
  responseTimeResponseSchema,
  type PeriodQuery,
  type ProbeResultsQuery,
  type ProbeResultsResponse,
  type ProbeSeriesResponse,
  type ProbeStatesResponse,
  type ResponseTimeResponse,
} from '@opsgauge/contract';
import { clip, quartersOf } from '@opsgauge/domain';
import { CurrentScope, type Scope } from '../../accounts/scope.js';
import { ProbesService } from '../../inventory/probes.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { AllowedFor, everyRole } from '../../platform/http/access.js';
import { periodOf } from '../../platform/http/period.js';
import { resultResponse } from './probe-result.js';
import { readNewestResults } from './reading/probe-rows.js';
import { ProbeSeriesService } from './reading/probe-series.service.js';
import { ProbeStates } from './reading/probe-states.service.js';
import { ResponseTimes } from './reading/response-time.service.js';

const resultsMax = 500;

@ApiTags('probes')
@Controller('api/v1')
export class ProbeReadingsController {
  constructor(
    private readonly probes: ProbesService,
    private readonly states: ProbeStates,
    private readonly series: ProbeSeriesService,
    private readonly responseTimes: ResponseTimes,
    private readonly visibility: VisibilityService,
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('probes/states')
  @ApiOperation({ summary: 'Tells how every probe fares now' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: probeStatesResponseSchema })
  async listStates(@CurrentScope() scope: Scope): Promise<ProbeStatesResponse> {
    const probes = await this.probes.list(scope);
    return { items: await this.states.of(probes.map(({ id }) => id)) };
  }

  @Get('probes/:id/series')
  @ApiOperation({ summary: "Reads a probe's response times and failures over a period" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: probeSeriesResponseSchema })
  async readSeries(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: periodQuerySchema }) query: PeriodQuery,
  ): Promise<ProbeSeriesResponse> {
    await this.probes.get(scope, id);
    return this.series.read(id, periodOf(query));
  }

  @Get('probes/:id/results')
  @ApiOperation({ summary: "Lists a probe's newest attempts of a period, as they were" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: probeResultsResponseSchema })
  async listResults(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: probeResultsQuerySchema }) query: ProbeResultsQuery,
  ): Promise<ProbeResultsResponse> {
    await this.probes.get(scope, id);
    const choice = { isFailedOnly: query.failed === 'true', countMax: resultsMax };
    const results = await readNewestResults(this.database, id, periodOf(query), choice);
    return { items: results.map(resultResponse) };
  }

  /** In service hours only; quarters are those of the organisation's calendar. */
  @Get('systems/:id/response-time')
  @ApiOperation({ summary: "Counts a system's response time (p95) of a period, and by quarter" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: responseTimeResponseSchema })
  async readResponseTime(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: periodQuerySchema }) query: PeriodQuery,
  ): Promise<ResponseTimeResponse> {
    const period = periodOf(query);
    await this.visibility.requireSystem(scope, id);
    const quarters = [];
    for (const quarter of quartersOf(period, this.configuration.timeZone)) {
      quarters.push(await this.responseTimes.ofSystem(id, clip(quarter, period)!));
    }
    return { ...(await this.responseTimes.ofSystem(id, period)), quarters };
  }
}
