import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  availabilityResponseSchema,
  daysQuerySchema,
  periodQuerySchema,
  systemAvailabilityDaysResponseSchema,
  systemsAvailabilityDaysResponseSchema,
  type AvailabilityResponse,
  type DaysQuery,
  type PeriodQuery,
  type SystemAvailabilityDaysResponse,
  type SystemsAvailabilityDaysResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { SystemsService } from '../inventory/systems.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { periodOf } from '../platform/http/period.js';
import { availabilityResponse, daysResponse } from './availability-response.js';
import { AvailabilityService } from './availability.service.js';
import { calendarDays, monthsOf, spanOf } from './calendar-days.js';
import { currentStatus } from './current-status.js';
import { monthFigures } from './month-figures.js';

@ApiTags('availability')
@Controller('api/v1/systems')
export class SystemAvailabilityController {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get(':id/availability')
  @ApiOperation({ summary: "Counts a system's availability of a period, with its status intervals" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: availabilityResponseSchema })
  async ofSystem(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: periodQuerySchema }) query: PeriodQuery,
  ): Promise<AvailabilityResponse> {
    await this.visibility.requireSystem(scope, id);
    return availabilityResponse(await this.availability.ofSystem(id, periodOf(query)));
  }

  /** `from` and `to` are dates of the organisation's calendar, both included. */
  @Get(':id/availability/days')
  @ApiOperation({ summary: "Counts a system's availability day by day and month by month" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: systemAvailabilityDaysResponseSchema })
  async daysOfSystem(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: daysQuerySchema }) query: DaysQuery,
  ): Promise<SystemAvailabilityDaysResponse> {
    await this.visibility.requireSystem(scope, id);
    const days = calendarDays(query, this.configuration.timeZone);
    const [{ contracts }, status] = await Promise.all([
      this.systems.get(id),
      this.availability.ofSystem(id, spanOf(days)),
    ]);
    const { seesContract } = await this.visibility.of(scope);
    return {
      ...daysResponse(days, status),
      ...currentStatus(status.intervals),
      months: monthFigures(monthsOf(days), status, contracts.filter(seesContract)),
    };
  }

  /** As that of one system, for displays that show them all. */
  @Get('availability/days')
  @ApiOperation({ summary: "Counts every system's availability day by day" })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: systemsAvailabilityDaysResponseSchema })
  async daysOfSystems(
    @CurrentScope() scope: Scope,
    @Query({ schema: daysQuerySchema }) query: DaysQuery,
  ): Promise<SystemsAvailabilityDaysResponse> {
    const days = calendarDays(query, this.configuration.timeZone);
    const { seesSystem } = await this.visibility.of(scope);
    const systems = (await this.systems.list()).filter(({ system }) => seesSystem(system.id));
    const statuses = await this.availability.ofSystems(systems, spanOf(days));
    return {
      items: [...statuses].map(([systemId, status]) => ({
        systemId,
        ...daysResponse(days, status),
        ...currentStatus(status.intervals),
      })),
    };
  }
}
