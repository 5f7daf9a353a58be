import type { Queryable } from './database.js';

/** A part of a table, by the moments it takes. */
export interface TablePartition {
  readonly table: string;
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
}

/** The partitions that the hub makes as time goes by; those that migrations make have no beginning or no end. */
export async function readPartitions(client: Queryable): Promise<TablePartition[]> {
  const { rows } = await client.query<TablePartition & Record<string, unknown>>(
    `SELECT "table", name, bounds[1]::timestamptz AS "from", bounds[2]::timestamptz AS "to"
       FROM (SELECT parent.relname AS "table", part.relname AS name,
                    regexp_match(pg_get_expr(part.relpartbound, part.oid), $$FROM \\('([^']+)'\\) TO \\('([^']+)'\\)$$) AS bounds
               FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid JOIN pg_class AS parent ON parent.oid = inhparent
              WHERE part.relkind = 'r' AND part.relnamespace = 'public'::regnamespace) AS parts
      WHERE bounds IS NOT NULL ORDER BY 1, 2`,
  );
  return rows;
}
