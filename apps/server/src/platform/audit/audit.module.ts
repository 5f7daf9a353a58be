import { Global, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { AuditHeads, auditHeadsFile } from './audit-heads.js';
import { AuditService } from './audit.service.js';

/** The audit log, for every room to record in. */
@Global()
@Module({
  providers: [
    {
      provide: AuditHeads,
      useFactory: ({ dataDirectory }: Configuration, database: Database, logger: Logger) =>
        new AuditHeads(auditHeadsFile(dataDirectory), database, logger),
      inject: [CONFIGURATION, Database, Logger],
    },
    AuditService,
  ],
  exports: [AuditService],
})
export class AuditModule {}
