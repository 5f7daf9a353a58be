import { type DynamicModule, Module } from '@nestjs/common';
import type pg from 'pg';
import { AccountsModule } from './accounts/accounts.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EvaluationModule } from './evaluation/evaluation.module.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { InventoryModule } from './inventory/inventory.module.js';
import { LiveModule } from './live/live.module.js';
import { NotifyModule } from './notify/notify.module.js';
import type { Clock } from './platform/clock.js';
import type { Configuration } from './platform/configuration/configuration.js';
import { DetectionModule } from './faults/detection.module.js';
import { FaultsModule } from './faults/faults.module.js';
import { IncomingModule } from './faults/incoming.module.js';
import { HealthController } from './platform/health.controller.js';
import type { Installation } from './platform/installation.js';
import { PlatformModule } from './platform/platform.module.js';
import { StatusModule } from './status/status.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';

/** The hub: its rooms, each standing on those above it. */
@Module({})
export class AppModule {
  static with(
    configuration: Configuration,
    connection: pg.ClientConfig,
    clock: Clock,
    installation: Installation,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(configuration, connection, clock, installation),
        DocumentsModule,
        AccountsModule,
        InventoryModule,
        TelemetryModule,
        StatusModule,
        FaultsModule,
        DetectionModule,
        IncomingModule,
        InspectionsModule,
        EvaluationModule,
        NotifyModule,
        LiveModule,
      ],
      controllers: [HealthController],
    };
  }
}
