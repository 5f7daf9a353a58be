import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  deviceSamplesQuerySchema,
  deviceSamplesResponseSchema,
  rawSamplesQuerySchema,
  rawSamplesResponseSchema,
  samplesQuerySchema,
  samplesResponseSchema,
  samplesSummaryQuerySchema,
  samplesSummaryResponseSchema,
  type DeviceSamplesQuery,
  type DeviceSamplesResponse,
  type RawSamplesQuery,
  type RawSamplesResponse,
  type SamplesQuery,
  type SamplesResponse,
  type SamplesSummaryResponse,
} from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { ServersService } from '../inventory/servers.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { instantText } from '../platform/clock.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { periodOf } from '../platform/http/period.js';
import { DeviceSeriesService } from './reading/device-series.service.js';
import { PeriodSummaryService } from './reading/period-summary.service.js';
import { RawSamplesService } from './reading/raw-samples.service.js';
import { SeriesService } from './reading/series.service.js';

@ApiTags('servers')
@Controller('api/v1/servers/:id/samples')
export class SamplesController {
  constructor(
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
    private readonly series: SeriesService,
    private readonly devices: DeviceSeriesService,
    private readonly summaries: PeriodSummaryService,
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
    const period = await this.periodOf(scope, id, query);
    return this.series.range(id, period, query.points, query.metrics);
  }

  @Get('devices')
  @ApiOperation({
    summary: 'Reads the values of a mount, disk, interface or target, condensed to so many points',
  })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: deviceSamplesResponseSchema })
  async device(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: deviceSamplesQuerySchema }) query: DeviceSamplesQuery,
  ): Promise<DeviceSamplesResponse> {
    const period = await this.periodOf(scope, id, query);
    return this.devices.range(id, query, period, query.points);
  }

  @Get('summary')
  @ApiOperation({ summary: "Reads mean, extremes and 95th percentile of a server's metrics over a period" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: samplesSummaryResponseSchema })
  async summary(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: samplesSummaryQuerySchema }) query: { from: string; to: string },
  ): Promise<SamplesSummaryResponse> {
    const period = await this.periodOf(scope, id, query);
    const summary = await this.summaries.summary(id, period);
    return { from: instantText(period.fromMs), to: instantText(period.toMs), ...summary };
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
    const period = await this.periodOf(scope, id, query);
    return this.raw.list(id, period, query);
  }

  /** The period asked for, of a server that may be seen in it. */
  private async periodOf(scope: Scope, id: string, query: { from: string; to: string }): Promise<Interval> {
    const period = periodOf(query);
    await this.visibility.requireServer(scope, id, period);
    await this.servers.get(id);
    return period;
  }
}
