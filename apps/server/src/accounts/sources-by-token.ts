import crypto from 'node:crypto';
import type { AuditAction } from '@opsgauge/contract';
import type { DataSource, DeepPartial, EntityTarget, FindOptionsWhere, Repository } from 'typeorm';
import type { AuditService } from '../platform/audit/audit.service.js';
import type { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { notFound } from '../platform/errors/application-error.js';
import { hashSecret, newSecret } from './secret.js';

/** Something that may send to the hub by a token of its own; the table holds only the token's hash. */
export interface TokenSource {
  id: string;
  name: string;
  tokenHash: Buffer;
  createdAt: Date;
}

type KindOfSource = 'remote-write-source' | 'alert-source';

/** How the audit log names one. */
export const auditTargetOf = (kind: KindOfSource, { id, name }: Pick<TokenSource, 'id' | 'name'>) => ({
  targetKind: kind,
  targetId: id,
  targetName: name,
});

/** Other programs that may send to the hub, each by a token of its own. */
export abstract class SourcesByToken<Row extends TokenSource> {
  /** Says at first sight, also to scanners of leaked secrets, what a text is. */
  protected abstract readonly tokenPrefix: string;
  protected abstract readonly kind: KindOfSource;

  constructor(
    private readonly entity: EntityTarget<Row>,
    private readonly sources: Repository<Row>,
    private readonly source: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Row[]> {
    const rows = await this.sources.find();
    return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<Row> {
    const row = await this.sources.findOneBy({ id } as FindOptionsWhere<Row>);
    if (!row) throw notFound('source');
    return row;
  }

  /** What it sends is refused from now on, and its assignments are gone; what came of it stays.
   * @throws ApplicationError `not_found`
   */
  async remove(id: string): Promise<void> {
    const row = await this.get(id);
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(this.entity, { id });
      await this.audit.record(
        { action: `${this.kind}.delete` satisfies AuditAction, ...auditTargetOf(this.kind, row) },
        client,
      );
    });
  }

  /** Whose token it is; null when it is nobody's. */
  async resolve(token: string): Promise<string | null> {
    const row = await this.sources.findOneBy({ tokenHash: hashSecret(token) } as FindOptionsWhere<Row>);
    return row?.id ?? null;
  }

  /** @returns the token itself beside its row: the only moment it can be shown */
  protected async add(
    said: Omit<Row, 'id' | 'tokenHash' | 'createdAt'>,
  ): Promise<{ row: Row; token: string }> {
    const token = `${this.tokenPrefix}${newSecret()}`;
    const row = this.sources.create({
      ...said,
      id: crypto.randomUUID(),
      tokenHash: hashSecret(token),
      createdAt: new Date(this.clock.nowMs()),
    } as unknown as DeepPartial<Row>);
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(row);
      await this.audit.record(
        {
          action: `${this.kind}.create` satisfies AuditAction,
          ...auditTargetOf(this.kind, row),
          after: said,
        },
        client,
      );
    });
    return { row, token };
  }
}
