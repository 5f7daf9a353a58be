import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  maintenanceCancellationInputSchema,
  maintenancePreviewQuerySchema,
  maintenancePreviewResponseSchema,
  maintenanceWindowInputSchema,
  maintenanceWindowSchema,
  maintenanceWindowsResponseSchema,
  type MaintenanceCancellationInput,
  type MaintenancePreviewQuery,
  type MaintenancePreviewResponse,
  type MaintenanceWindow,
  type MaintenanceWindowInput,
  type MaintenanceWindowsResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { MaintenanceWindowStore } from './maintenance-window-store.service.js';
import { MaintenanceWindowsService } from './maintenance-windows.service.js';

@ApiTags('maintenance-windows')
@Controller('api/v1/maintenance-windows')
export class MaintenanceWindowsController {
  constructor(
    private readonly windows: MaintenanceWindowsService,
    private readonly store: MaintenanceWindowStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the maintenance ahead and of the last thirteen months' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: maintenanceWindowsResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<MaintenanceWindowsResponse> {
    return { items: await this.store.list(scope) };
  }

  @Get('preview')
  @ApiOperation({ summary: 'Tells what a maintenance window would come to' })
  @AllowedFor('admin', 'owner')
  @ApiOkResponse({ standardSchema: maintenancePreviewResponseSchema })
  preview(
    @Query({ schema: maintenancePreviewQuerySchema }) query: MaintenancePreviewQuery,
  ): MaintenancePreviewResponse {
    return this.windows.preview(query);
  }

  /** The owner's to decide: maintenance leaves the vendor's availability. */
  @Post()
  @ApiOperation({ summary: 'Enters a maintenance window, once or recurring, which begins now or later' })
  @AllowedFor('admin', 'owner')
  @ApiCreatedResponse({ standardSchema: maintenanceWindowSchema })
  create(
    @CurrentScope() scope: Scope,
    @Body({ schema: maintenanceWindowInputSchema }) input: MaintenanceWindowInput,
  ): Promise<MaintenanceWindow> {
    return this.windows.create(scope, input);
  }

  /** Takes it away before it begins; one that is under way ends now. */
  @Delete(':id')
  @ApiOperation({ summary: 'Takes a maintenance window away, or ends it now' })
  @HttpCode(204)
  @AllowedFor('admin', 'owner')
  remove(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.windows.remove(scope, id);
  }

  @Post(':id/cancellations')
  @ApiOperation({ summary: 'Calls off one occurrence of a recurring maintenance window' })
  @HttpCode(200)
  @AllowedFor('admin', 'owner')
  @ApiOkResponse({ standardSchema: maintenanceWindowSchema })
  cancelOccurrence(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: maintenanceCancellationInputSchema }) { from }: MaintenanceCancellationInput,
  ): Promise<MaintenanceWindow> {
    return this.windows.cancelOccurrence(scope, id, from);
  }
}
