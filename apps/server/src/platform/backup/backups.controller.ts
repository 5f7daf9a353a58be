import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { backupsResponseSchema, type BackupsResponse } from '@opsgauge/contract';
import { AllowedFor } from '../http/access.js';
import { ScheduledBackups } from './scheduled-backups.service.js';

@ApiTags('backups')
@Controller('api/v1/backups')
export class BackupsController {
  constructor(private readonly backups: ScheduledBackups) {}

  @Get()
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: backupsResponseSchema })
  list(): BackupsResponse {
    return this.backups.list();
  }
}
