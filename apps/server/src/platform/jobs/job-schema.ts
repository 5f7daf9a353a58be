import type pg from 'pg';
import PgBoss from 'pg-boss';
import { withoutTransaction } from './boss-script.js';

/** Where pg-boss keeps what is to be done. It is no part of the hub's own schema, nor of its backups. */
export const jobSchema = 'pgboss';

/**
 * Makes the tables of pg-boss, or brings them up to date; where they are, it only looks. The caller holds the lock of
 * the migrations, so that no two processes do it at once.
 */
export async function prepareJobSchema(client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => execute(client, sql, values) },
    schema: jobSchema,
    schedule: false,
    supervise: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
}

async function execute(client: pg.Client, sql: string, values: unknown[] = []) {
  const script = withoutTransaction(sql);
  if (script === null) return client.query(sql, values);
  await client.query('BEGIN');
  try {
    const result = await client.query(script);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
