import type pg from 'pg';
import { tableClasses } from './table-classes.js';

/**
 * Spreads the tables over the machines of a distributed PostgreSQL (Citus), where the database is one; on any other it
 * does nothing, and so it does for tables that were spread before. The caller holds the lock of the migrations.
 */
export async function distribute(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT 1 FROM pg_extension WHERE extname = 'citus'`);
  if (rows.length === 0) return;
  const waiting = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name
      WHERE to_regclass(name) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = to_regclass(name))`,
    [[...tableClasses.reference, ...tableClasses.distributed]],
  );
  const isWaiting = new Set(waiting.rows.map(({ name }) => name));
  for (const name of tableClasses.reference.filter((one) => isWaiting.has(one))) {
    await client.query('SELECT create_reference_table($1::regclass)', [name]);
  }
  const [first] = tableClasses.distributed;
  for (const name of tableClasses.distributed.filter((one) => isWaiting.has(one))) {
    const together = name === first ? 'default' : first;
    await client.query(`SELECT create_distributed_table($1::regclass, 'server_id', colocate_with => $2)`, [
      name,
      together,
    ]);
  }
}
