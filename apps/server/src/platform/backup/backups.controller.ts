import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { backupsResponseSchema, type BackupsResponse } from '@opsgauge/contract';
import { AllowedFor } from '../http/access.js';
import { ScheduledBackups } from './scheduled-backups.service.js';

@ApiTags('backups')
@Controller('api/v1/backups')
export class BackupsController {
  constructor(private readonly backups: ScheduledBackups) {}

  @Get()
  @ApiOperation({ summary: 'Lists the backups and tells when the next one is due' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: backupsResponseSchema })
  list(): BackupsResponse {
    return this.backups.list();
  }

  /** Begins one; `running` of the list tells how far it is. */
  @Post()
  @ApiOperation({ summary: 'Begins a backup now' })
  @HttpCode(202)
  @AllowedFor('admin')
  @ApiAcceptedResponse({ standardSchema: backupsResponseSchema })
  request(): Promise<BackupsResponse> {
    return this.backups.request();
  }
}
