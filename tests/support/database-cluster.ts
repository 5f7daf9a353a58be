import fs from 'node:fs';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { scratchDirectory } from './scratch-directory.js';

const templateName = 'opsgauge_template';

/** Handed from the global setup to the test files, which run in processes of their own. */
const directoryVariable = 'OPSGAUGE_TEST_CLUSTER';

/** Starts one PostgreSQL for all test files and migrates the database that each of them gets a copy of. */
export async function startCluster(): Promise<() => Promise<void>> {
  const directory = scratchDirectory('opsgauge-tests-');
  process.env[directoryVariable] = directory;
  const cluster = new EmbeddedPostgres(directory);
  await cluster.start();
  await cluster.ensureDatabase(templateName);
  await migrate(cluster.connection(templateName));
  return async () => {
    await cluster.stop();
    cluster.remove();
    fs.rmSync(directory, { recursive: true, force: true });
  };
}

let lastNumber = 0;

export interface TestDatabase {
  readonly connection: pg.ClientConfig;
  readonly drop: () => Promise<void>;
}

/** A migrated database of its own for a test file, cloned in milliseconds; drop it in `afterAll`. */
export const cloneDatabase = (): Promise<TestDatabase> => createDatabase(templateName);

/** A database without a schema. */
export const emptyDatabase = (): Promise<TestDatabase> => createDatabase('template0');

async function createDatabase(template: string): Promise<TestDatabase> {
  const directory = process.env[directoryVariable];
  if (!directory) throw new Error('tests with a database belong to a jest project with the global setup');
  const cluster = new EmbeddedPostgres(directory);
  const name = `test_${process.pid}_${++lastNumber}_${Date.now()}`;
  // Copied as files, the template does not pass through the log block by block.
  await onServer(cluster, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  return {
    connection: cluster.connection(name),
    drop: () => onServer(cluster, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(cluster: EmbeddedPostgres, statement: string): Promise<void> {
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
