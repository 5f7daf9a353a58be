import { Module } from '@nestjs/common';
import { BackupRuns } from './backup-runs.js';
import { BackupsController } from './backups.controller.js';
import { ScheduledBackups } from './scheduled-backups.service.js';

/** The platform's own backups. */
@Module({ controllers: [BackupsController], providers: [BackupRuns, ScheduledBackups] })
export class BackupModule {}
