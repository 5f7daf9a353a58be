import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { AlertSourceInput } from '@opsgauge/contract';
import { DataSource, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { AlertSource } from './alert-source.entity.js';
import { SourcesByToken } from './sources-by-token.js';

/** The other monitors whose alerts come in. */
@Injectable()
export class AlertSourcesService extends SourcesByToken<AlertSource> {
  protected readonly tokenPrefix = 'ogm_';
  protected readonly kind = 'alert-source';

  constructor(
    @InjectRepository(AlertSource) sources: Repository<AlertSource>,
    @InjectDataSource() source: DataSource,
    audit: AuditService,
    clock: Clock,
  ) {
    super(AlertSource, sources, source, audit, clock);
  }

  /** @returns the token itself beside its row: the only moment it can be shown */
  create({ name, kind }: AlertSourceInput): Promise<{ row: AlertSource; token: string }> {
    return this.add({ name, kind });
  }
}
