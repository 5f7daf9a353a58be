import type { AuditVerification } from '@opsgauge/contract';
import type { Queryable } from '../database/database.js';
import { type ChainedEntry, entryHash, firstPreviousHash } from './audit-chain.js';
import { type AuditHead, type AuditRow, entryOfRow } from './audit-rows.js';

const batchSize = 1000;

type Problem = NonNullable<AuditVerification['problem']>;

/**
 * Walks the chain from its first entry to its last.
 *
 * @param client one snapshot is enough and best (REPEATABLE READ): entries appended meanwhile are not looked at
 * @param heads written down outside of the database (`readHeads`); without them a cut tail cannot be told
 * @returns `problem` is the first entry that is changed, missing, or cut off together with all after it
 */
export async function verifyAuditChain(
  client: Queryable,
  heads: readonly AuditHead[],
): Promise<AuditVerification> {
  const noted = new Map(heads.map((head) => [head.number, head]));
  let previous = { number: 0, hash: firstPreviousHash };
  for (;;) {
    const { rows } = await client.query<AuditRow>(
      'SELECT * FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2',
      [previous.number, batchSize],
    );
    if (rows.length === 0) break;
    for (const entry of rows.map(entryOfRow)) {
      const problem = problemOf(entry, previous, noted.get(entry.number));
      if (problem) return { entries: await count(client), headHash: previous.hash, problem };
      previous = entry;
    }
  }
  const headHash = previous.number === 0 ? null : previous.hash;
  return { entries: previous.number, headHash, problem: cutTail(previous.number, heads) };
}

function problemOf(
  entry: ChainedEntry,
  previous: { number: number; hash: string },
  noted: AuditHead | undefined,
): Problem | null {
  const number = previous.number + 1;
  if (entry.number !== number) {
    return {
      number,
      kind: 'missing',
      message: `entry ${number} is missing; the one after it is ${entry.number}`,
    };
  }
  if (entryHash(entry, previous.hash) !== entry.hash) {
    const message = `entry ${number} (${entry.action}, ${entry.at}) was changed: its hash does not fit it`;
    return { number, kind: 'changed', message };
  }
  if (noted && noted.hash !== entry.hash) {
    const message = `entry ${number} (${entry.action}, ${entry.at}) was changed and the chain computed anew: another hash was noted for it at ${noted.at}`;
    return { number, kind: 'changed', message };
  }
  return null;
}

function cutTail(last: number, heads: readonly AuditHead[]): Problem | null {
  const [beyond] = heads.filter(({ number }) => number > last).sort((a, b) => b.number - a.number);
  if (!beyond) return null;
  return {
    number: last + 1,
    kind: 'cut',
    message: `entry ${last + 1} and all after it were cut off: entry ${beyond.number} was noted at ${beyond.at}`,
  };
}

async function count(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM audit_entry');
  return Number(rows[0]!.count);
}
