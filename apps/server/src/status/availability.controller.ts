import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  availabilityDaysResponseSchema,
  availabilityResponseSchema,
  daysQuerySchema,
  gapReadingsResponseSchema,
  periodQuerySchema,
  type AvailabilityDaysResponse,
  type AvailabilityResponse,
  type DaysQuery,
  type GapReading,
  type PeriodQuery,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { ServersService } from '../inventory/servers.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { periodOf } from '../platform/http/period.js';
import { availabilityResponse, daysResponse } from './availability-response.js';
import { AvailabilityService } from './availability.service.js';
import { calendarDays } from './calendar-days.js';
import { GapReadingStore } from './gap-reading-store.js';

@ApiTags('availability')
@Controller('api/v1')
export class AvailabilityController {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly gapReadings: GapReadingStore,
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('servers/:id/availability')
  @ApiOperation({ summary: "Counts a server's availability of a period, with its status intervals" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: availabilityResponseSchema })
  async ofServer(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: periodQuerySchema }) query: PeriodQuery,
  ): Promise<AvailabilityResponse> {
    const period = periodOf(query);
    await this.visibility.requireServer(scope, id, period);
    return availabilityResponse(await this.availability.ofServer(id, period));
  }

  /** `from` and `to` are dates of the organisation's calendar, both included. */
  @Get('servers/:id/availability/days')
  @ApiOperation({ summary: "Counts a server's availability day by day" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: availabilityDaysResponseSchema })
  async daysOfServer(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: daysQuerySchema }) query: DaysQuery,
  ): Promise<AvailabilityDaysResponse> {
    const days = calendarDays(query, this.configuration.timeZone);
    const period = { fromMs: days[0]!.fromMs, toMs: days.at(-1)!.toMs };
    await this.visibility.requireServer(scope, id, period);
    const status = await this.availability.ofServer(id, period);
    return daysResponse(days, status);
  }

  @Get('servers/:id/gap-readings')
  @ApiOperation({ summary: "Lists how a server's gaps were read, earlier readings included" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: gapReadingsResponseSchema })
  async gapReadingsOfServer(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: periodQuerySchema }) query: PeriodQuery,
  ): Promise<{ items: GapReading[] }> {
    const period = periodOf(query);
    await this.visibility.requireServer(scope, id, period);
    await this.servers.get(id);
    return { items: await this.gapReadings.list(id, period) };
  }
}
