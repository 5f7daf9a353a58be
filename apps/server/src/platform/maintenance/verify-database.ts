import fs from 'node:fs';
import type { AuditVerification } from '@opsgauge/contract';
import pg from 'pg';
import { auditHeadsFile, readHeads } from '../audit/audit-heads.js';
import { verifyAuditChain } from '../audit/audit-verifier.js';
import { readTables } from '../backup/schema-reader.js';

/** The state of the chain, and one line that says it. */
export interface DatabaseVerification {
  readonly result: AuditVerification;
  readonly line: string;
}

/** Walks the audit chain of a database against the heads noted in the data folder. */
export async function verifyDatabase(
  connection: pg.ClientConfig,
  dataDirectory: string,
): Promise<DatabaseVerification> {
  // Before the snapshot: a head noted after it would pass for a cut tail.
  const hasHeads = fs.existsSync(auditHeadsFile(dataDirectory));
  const heads = readHeads(auditHeadsFile(dataDirectory));
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const hasAudit = (await readTables(client)).some(({ name }) => name === 'audit_entry');
    const result: AuditVerification = hasAudit
      ? await verifyAuditChain(client, heads)
      : { entries: 0, headHash: null, problem: lostTable };
    return { result, line: describe(result, hasHeads) };
  } finally {
    await client.end();
  }
}

const lostTable = {
  number: 1,
  kind: 'missing' as const,
  message: 'there is no audit log: its table is missing',
};

function describe({ entries, headHash, problem }: AuditVerification, hasHeads: boolean): string {
  if (problem) return `audit chain BROKEN at entry ${problem.number} (${problem.kind}): ${problem.message}`;
  const intact =
    entries === 0
      ? 'audit chain intact: no entries'
      : `audit chain intact: ${entries} entries, head ${headHash}`;
  return hasHeads
    ? intact
    : `${intact}; no heads were noted in the data folder, so that a cut tail could not be told`;
}
