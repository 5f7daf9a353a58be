import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { storageResponseSchema, type StorageResponse } from '@opsgauge/contract';
import { AllowedFor } from '../../platform/http/access.js';
import { StorageService } from './storage.service.js';

@ApiTags('storage')
@Controller('api/v1/storage')
export class StorageController {
  constructor(private readonly storage: StorageService) {}

  @Get()
  @ApiOperation({ summary: 'Tells how much the telemetry takes up and how far back it goes' })
  @AllowedFor('admin', 'lead', 'operator')
  @ApiOkResponse({ standardSchema: storageResponseSchema })
  read(): Promise<StorageResponse> {
    return this.storage.read();
  }
}
