import crypto from 'node:crypto';
import type { AuditEntry } from '@opsgauge/contract';
import { canonicalJson } from './canonical-json.js';

/** An entry as it is kept. */
export interface ChainedEntry extends AuditEntry {
  /** Of the request that caused it; finds its lines in the log. */
  readonly correlationId: string | null;
}

/** What the first entry follows. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256, in small hexadecimal digits, over the UTF-8 bytes of the canonical JSON (see
 * `canonical-json.ts`) of one object with exactly these members:
 *
 * `action actorId actorName address after at before correlationId number previousHash targetId targetKind targetName`
 *
 * `at` is ISO 8601 in UTC with milliseconds, `number` a whole number, `before` and `after` objects or null, and
 * `previousHash` the hash of the entry one number below, 64 zeros for number 1. So nobody needs this program to check
 * a chain.
 */
export function entryHash(entry: Omit<ChainedEntry, 'hash'>, previousHash: string): string {
  const { number, at, actorId, actorName, address, correlationId } = entry;
  const { action, targetKind, targetId, targetName, before, after } = entry;
  const hashed = {
    ...{ number, at, actorId, actorName, address, correlationId },
    ...{ action, targetKind, targetId, targetName, before, after, previousHash },
  };
  return crypto.createHash('sha256').update(canonicalJson(hashed)).digest('hex');
}
