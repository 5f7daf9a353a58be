import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { notFound } from '../platform/errors/application-error.js';
import { RemoteWriteSource } from './remote-write-source.entity.js';
import { hashSecret, newSecret } from './secret.js';

/** Says at first sight, also to scanners of leaked secrets, what a text is. */
const tokenPrefix = 'ogw_';

/** The Prometheus servers that may write, each by a token of its own. */
@Injectable()
export class RemoteWriteSourcesService {
  constructor(
    @InjectRepository(RemoteWriteSource) private readonly sources: Repository<RemoteWriteSource>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(): Promise<RemoteWriteSource[]> {
    return this.sources.find({ order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<RemoteWriteSource> {
    const row = await this.sources.findOneBy({ id });
    if (!row) throw notFound('source');
    return row;
  }

  /** @returns the token itself beside its row: the only moment it can be shown */
  async create(name: string): Promise<{ row: RemoteWriteSource; token: string }> {
    const token = `${tokenPrefix}${newSecret()}`;
    const row = this.sources.create({
      id: crypto.randomUUID(),
      name,
      tokenHash: hashSecret(token),
      createdAt: new Date(this.clock.nowMs()),
    });
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(RemoteWriteSource, row);
      await this.audit.record(
        { action: 'remote-write-source.create', ...sourceTarget(row), after: { name } },
        client,
      );
    });
    return { row, token };
  }

  /**
   * What it writes is refused from now on, and its assignments are gone; what it wrote stays.
   * @throws ApplicationError `not_found`
   */
  async remove(id: string): Promise<void> {
    const row = await this.get(id);
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(RemoteWriteSource, { id });
      await this.audit.record({ action: 'remote-write-source.delete', ...sourceTarget(row) }, client);
    });
  }

  /** Whose token it is; null when it is nobody's. */
  async resolve(token: string): Promise<string | null> {
    const row = await this.sources.findOne({
      where: { tokenHash: hashSecret(token) },
      select: { id: true },
    });
    return row?.id ?? null;
  }
}

/** How the audit log names one. */
export const sourceTarget = ({ id, name }: RemoteWriteSource) => ({
  targetKind: 'remote-write-source',
  targetId: id,
  targetName: name,
});
