import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import { AuditModule } from './audit/audit.module.js';
import { BackupModule } from './backup/backup.module.js';
import { Clock } from './clock.js';
import { CONFIGURATION, type Configuration } from './configuration/configuration.js';
import { CONNECTION, Database } from './database/database.js';
import { typeormOptions } from './database/typeorm-options.js';
import { EventBus } from './event-bus.js';
import { FailureLimitInterceptor } from './http/failure-limit.js';
import { HubAddress } from './http/hub-address.js';
import { RequestOrigins } from './http/request-origin.js';
import { INSTALLATION, type Installation } from './installation.js';
import { Jobs } from './jobs/jobs.js';
import { createPino, Logger } from './logging/logger.js';
import { MetricsModule } from './metrics/metrics.module.js';

/** What every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(
    configuration: Configuration,
    connection: pg.ClientConfig,
    clock: Clock,
    installation: Installation,
  ): DynamicModule {
    const logger = new Logger(createPino(configuration.logLevel));
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({ ...typeormOptions(connection), autoLoadEntities: true }),
        AuditModule,
        BackupModule,
        MetricsModule,
      ],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: CONNECTION, useValue: connection },
        { provide: INSTALLATION, useValue: installation },
        { provide: RequestOrigins, useFactory: () => new RequestOrigins(configuration) },
        HubAddress,
        { provide: APP_INTERCEPTOR, useClass: FailureLimitInterceptor },
        { provide: Clock, useValue: clock },
        { provide: Logger, useValue: logger },
        { provide: Database, useFactory: () => new Database(connection, logger) },
        EventBus,
        Jobs,
      ],
      exports: [
        DiscoveryModule,
        CONFIGURATION,
        CONNECTION,
        INSTALLATION,
        RequestOrigins,
        HubAddress,
        Clock,
        Logger,
        Database,
        EventBus,
        Jobs,
      ],
    };
  }
}
