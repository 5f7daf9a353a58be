import type { Queryable } from '../database/database.js';
import type { ChainedEntry } from './audit-chain.js';

/** A row of `audit_entry`. */
export interface AuditRow {
  readonly number: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly address: string | null;
  readonly correlation_id: string | null;
  readonly action: string;
  readonly target_kind: string;
  readonly target_id: string | null;
  readonly target_name: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly hash: Buffer;
  [column: string]: unknown;
}

/** The last entry of the chain; null while there is none. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
  readonly at: string;
}

export async function readHead(client: Queryable): Promise<AuditHead | null> {
  const { rows } = await client.query<AuditRow>(
    'SELECT number, at, hash FROM audit_entry ORDER BY number DESC LIMIT 1',
  );
  const [row] = rows;
  return row
    ? { number: Number(row.number), hash: row.hash.toString('hex'), at: row.at.toISOString() }
    : null;
}

export async function insertEntry(client: Queryable, entry: ChainedEntry): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (number, at, actor_id, actor_name, address, correlation_id,
       action, target_kind, target_id, target_name, before, after, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      entry.number,
      entry.at,
      entry.actorId,
      entry.actorName,
      entry.address,
      entry.correlationId,
      entry.action,
      entry.targetKind,
      entry.targetId,
      entry.targetName,
      entry.before && JSON.stringify(entry.before),
      entry.after && JSON.stringify(entry.after),
      Buffer.from(entry.hash, 'hex'),
    ],
  );
}

export const entryOfRow = (row: AuditRow): ChainedEntry => ({
  number: Number(row.number),
  at: row.at.toISOString(),
  actorId: row.actor_id,
  actorName: row.actor_name,
  address: row.address,
  correlationId: row.correlation_id,
  action: row.action,
  targetKind: row.target_kind,
  targetId: row.target_id,
  targetName: row.target_name,
  before: row.before,
  after: row.after,
  hash: row.hash.toString('hex'),
});
