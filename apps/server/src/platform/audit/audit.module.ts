import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { AuditHeads, auditHeadsFile } from './audit-heads.js';
import { AuditReader } from './audit-reader.service.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** The audit log, for every room to record in. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [
    {
      provide: AuditHeads,
      useFactory: ({ dataDirectory }: Configuration, database: Database, logger: Logger) =>
        new AuditHeads(auditHeadsFile(dataDirectory), database, logger),
      inject: [CONFIGURATION, Database, Logger],
    },
    AuditReader,
    AuditService,
  ],
  exports: [AuditService],
})
export class AuditModule {}
