import pg from 'pg';
import type { Logger } from 'pino';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareJobSchema } from '../jobs/job-schema.js';
import { distribute } from './distribute.js';
import { migrations } from './migrations/index.js';
import { typeormLogger } from './typeorm-logger.js';
import { typeormOptions } from './typeorm-options.js';

/** Any number that nothing else locks. */
const migrationLock = 7_120_001;

/**
 * Brings the schema up to date. Processes that start at once queue on an advisory lock, so that each migration runs
 * once; all that are due run in one transaction, so that one that fails leaves a schema the hub before can start on.
 *
 * @param wanted those to have run, oldest first; every one that this hub knows, unless an older schema is asked for
 * @param logger is told of each migration, and of the one that fails
 */
export async function migrate(
  connection: pg.ClientConfig,
  wanted: readonly (new () => MigrationInterface)[] = migrations,
  logger?: Logger,
): Promise<void> {
  const lock = new pg.Client(connection);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const dataSource = await new DataSource({
      ...typeormOptions(connection),
      migrations: [...wanted],
      logger: typeormLogger(logger),
    }).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'all' });
    } finally {
      await dataSource.destroy();
    }
    await prepareJobSchema(lock);
    await distribute(lock);
  } finally {
    await lock.end();
  }
}
