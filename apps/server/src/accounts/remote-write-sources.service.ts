import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { RemoteWriteSource } from './remote-write-source.entity.js';
import { SourcesByToken } from './sources-by-token.js';

/** The Prometheus servers that may write. */
@Injectable()
export class RemoteWriteSourcesService extends SourcesByToken<RemoteWriteSource> {
  protected readonly tokenPrefix = 'ogw_';
  protected readonly kind = 'remote-write-source';

  constructor(
    @InjectRepository(RemoteWriteSource) sources: Repository<RemoteWriteSource>,
    @InjectDataSource() source: DataSource,
    audit: AuditService,
    clock: Clock,
  ) {
    super(RemoteWriteSource, sources, source, audit, clock);
  }

  /** @returns the token itself beside its row: the only moment it can be shown */
  create(name: string): Promise<{ row: RemoteWriteSource; token: string }> {
    return this.add({ name });
  }
}
