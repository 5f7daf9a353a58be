import type { DataSource, EntityManager } from 'typeorm';
import { committing } from './after-commit.js';
import type { Queryable } from './database.js';

/**
 * Runs `work` in one transaction, for repositories (`manager`) and plain SQL (`client`) alike: committed when it
 * returns, rolled back when it throws.
 */
export async function inTransaction<T>(
  source: DataSource,
  work: (manager: EntityManager, client: Queryable) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  const client = {
    query: async (sql: string, values: unknown[] = []) => {
      const { records, affected } = await runner.query(sql, values, true);
      return { rows: records as unknown[], rowCount: affected ?? null };
    },
  } as unknown as Queryable;
  try {
    return await committing(client, () => runner.manager.transaction((manager) => work(manager, client)));
  } finally {
    await runner.release();
  }
}
