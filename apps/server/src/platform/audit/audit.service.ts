import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@opsgauge/contract';
import { Clock, instantText } from '../clock.js';
import { afterCommit } from '../database/after-commit.js';
import { Database, type Queryable } from '../database/database.js';
import { currentRequest } from '../request-context.js';
import { type ChainedEntry, entryHash, firstPreviousHash } from './audit-chain.js';
import { AuditHeads } from './audit-heads.js';
import { type AuditHead, insertEntry, readHead } from './audit-rows.js';
import { storableText, withoutSecrets } from './without-secrets.js';

/** Held by a transaction that appends, so that numbers have no gaps and each hash follows the one before. */
const appendLock = 7_120_002;

/** What somebody did, and to what. */
export interface AuditRecord {
  readonly action: AuditAction;
  readonly targetKind: string;
  readonly targetId?: string | null;
  readonly targetName?: string | null;
  /** What was changed, before and after: only the fields that changed, without secrets. */
  readonly before?: object | null;
  readonly after?: object | null;
}

/**
 * The audit log: what people and configuration change, each entry chained to the one before by its hash. Append-only
 * (a trigger refuses anything else) and kept for good: no retention ever touches it.
 */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly heads: AuditHeads,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends an entry; who and from where is taken from the current request.
   *
   * @param client of a `Database.transaction` or `inTransaction`: the entry is part of it. Appending waits for other transactions that
   *   have appended, so record last, shortly before the transaction ends. Without one, the entry is committed alone.
   */
  async record(record: AuditRecord, client?: Queryable): Promise<void> {
    if (!client) return this.database.transaction((own) => this.record(record, own));
    await client.query('SELECT pg_advisory_xact_lock($1)', [appendLock]);
    const head = await readHead(client);
    const unhashed = this.entryOf(record, (head?.number ?? 0) + 1);
    const entry = { ...unhashed, hash: entryHash(unhashed, head?.hash ?? firstPreviousHash) };
    await insertEntry(client, entry);
    afterCommit(client, () => this.heads.append(entry));
  }

  /** The last entry of the chain, for papers that are kept elsewhere; null while there is none. */
  head(): Promise<AuditHead | null> {
    return readHead(this.database);
  }

  private entryOf(record: AuditRecord, number: number): Omit<ChainedEntry, 'hash'> {
    const request = currentRequest();
    const actor = request?.actor ?? { id: null, name: request ? 'anonymous' : 'hub' };
    const text = (value: string | null | undefined): string | null =>
      value === null || value === undefined ? null : storableText(value);
    const fields = (value: object | null | undefined) =>
      value ? (withoutSecrets(value) as Record<string, unknown>) : null;
    return {
      number,
      at: instantText(this.clock.nowMs()),
      actorId: actor.id,
      actorName: storableText(actor.name),
      address: request?.address ?? null,
      correlationId: request?.correlationId ?? null,
      action: record.action,
      targetKind: record.targetKind,
      targetId: text(record.targetId),
      targetName: text(record.targetName),
      before: fields(record.before),
      after: fields(record.after),
    };
  }
}
