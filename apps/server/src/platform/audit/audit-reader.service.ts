import { Inject, Injectable } from '@nestjs/common';
import type { AuditQuery, AuditResponse, AuditVerification } from '@opsgauge/contract';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { Database } from '../database/database.js';
import { auditHeadsFile, readHeads } from './audit-heads.js';
import { type AuditRow, entryOfRow } from './audit-rows.js';
import { verifyAuditChain } from './audit-verifier.js';

/** What an export holds at most; a longer one is asked for by shorter periods. */
const exportRowsMax = 100_000;

/** Reads the audit log. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The newest first; `total` counts what the filters find, wherever `before` stands. */
  async list(query: AuditQuery): Promise<AuditResponse> {
    const { conditions, values } = filtersOf(query);
    const [found, counted] = await Promise.all([
      this.database.query<AuditRow>(
        `SELECT * FROM audit_entry WHERE ${conditions} AND ($6::bigint IS NULL OR number < $6)
         ORDER BY number DESC LIMIT $7`,
        [...values, query.before ?? null, query.limit],
      ),
      this.database.query<{ count: string }>(`SELECT count(*) FROM audit_entry WHERE ${conditions}`, values),
    ]);
    const items = found.rows.map(entryOfRow).map(({ correlationId: _, ...entry }) => entry);
    return { items, total: Number(counted.rows[0]!.count) };
  }

  /** Everything the filters find, up to 100,000 entries. */
  export(query: AuditQuery): Promise<AuditResponse> {
    return this.list({ ...query, limit: exportRowsMax });
  }

  /** Walks the whole chain, within one snapshot, against the heads noted in the data folder. */
  verify(): Promise<AuditVerification> {
    return this.database.transaction(async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      // Read first: a head noted after the snapshot would pass for a cut tail.
      const heads = readHeads(auditHeadsFile(this.configuration.dataDirectory));
      return verifyAuditChain(client, heads);
    });
  }
}

function filtersOf({ from, to, actorId, action, text }: AuditQuery) {
  const conditions = [
    '($1::timestamptz IS NULL OR at >= $1)',
    '($2::timestamptz IS NULL OR at < $2)',
    '($3::uuid IS NULL OR actor_id = $3)',
    `($4::text IS NULL OR action = $4 OR starts_with(action, $4 || '.'))`,
    `($5::text IS NULL OR strpos(lower(concat_ws(' ', actor_name, address, action, target_id, target_name,
       before::text, after::text)), lower($5)) > 0)`,
  ].join(' AND ');
  return {
    conditions,
    values: [from ?? null, to ?? null, actorId ?? null, action ?? null, text ?? null],
  };
}
