import fs from 'node:fs';
import type pg from 'pg';
import { EmbeddedPostgres } from '../database/embedded-postgres.js';
import { OperatorError } from '../backup/operator-error.js';
import type { Configuration } from '../configuration/configuration.js';

/** The database of the embedded PostgreSQL. */
export const databaseName = 'opsgauge';

/**
 * Runs `work` on the hub's database: the one of OPSGAUGE_DATABASE_URL, or the embedded one, which is used as it runs,
 * else started and stopped again.
 *
 * @throws OperatorError when the data folder holds no database
 */
export async function withHubDatabase<T>(
  { databaseUrl, dataDirectory }: Configuration,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return work({ connectionString: databaseUrl });
  if (!fs.existsSync(dataDirectory)) throw new OperatorError(`there is no data folder ${dataDirectory}`);
  const embedded = new EmbeddedPostgres(dataDirectory);
  if (!embedded.isInitialised()) throw new OperatorError(`${dataDirectory} holds no database`);
  if (embedded.isRunning()) return work(embedded.connection(databaseName));
  return withStarted(embedded, work);
}

/**
 * Runs `work` on a new, empty database: that of OPSGAUGE_DATABASE_URL, or one in a data folder that is empty. A data
 * folder that `work` failed on is left empty.
 *
 * @throws OperatorError when the data folder is not empty
 */
export async function withNewDatabase<T>(
  { databaseUrl, dataDirectory }: Configuration,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const isOwn = !fs.existsSync(dataDirectory);
  const found = isOwn ? [] : fs.readdirSync(dataDirectory);
  if (found.length > 0) {
    const isHub = !databaseUrl && new EmbeddedPostgres(dataDirectory).isRunning();
    const reason = isHub
      ? 'a hub is running on it: stop it, and'
      : `it holds ${found.slice(0, 3).join(', ')}:`;
    throw new OperatorError(
      `the data folder ${dataDirectory} is not empty; ${reason} name an empty one by OPSGAUGE_DATA_DIR`,
    );
  }
  fs.mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
  try {
    if (databaseUrl) return await work({ connectionString: databaseUrl });
    return await withStarted(new EmbeddedPostgres(dataDirectory), work);
  } catch (error) {
    if (!databaseUrl) new EmbeddedPostgres(dataDirectory).remove();
    for (const name of fs.readdirSync(dataDirectory)) {
      fs.rmSync(`${dataDirectory}/${name}`, { recursive: true, force: true });
    }
    if (!databaseUrl || !(error instanceof OperatorError)) throw error;
    throw new OperatorError(
      `${error.message} (if tables were made in the database, make it anew before the next try)`,
    );
  }
}

async function withStarted<T>(
  embedded: EmbeddedPostgres,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  await embedded.start();
  try {
    await embedded.ensureDatabase(databaseName);
    return await work(embedded.connection(databaseName));
  } finally {
    await embedded.stop();
  }
}
