import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../apps/server/src/create-app.js';
import { readConfiguration } from '../../apps/server/src/platform/configuration/configuration.js';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';

/** A hub in this process with a PostgreSQL of its own. */
export interface BenchStore {
  readonly app: NestFastifyApplication;
  readonly database: pg.Client;
  /** Where its data is. */
  readonly directory: string;
}

/**
 * @param fill writes what the hub finds when it starts
 * @param work is done with it; afterwards all of it is taken away
 */
export async function withBenchStore(
  fill: (database: pg.Client) => Promise<void>,
  work: (store: BenchStore) => Promise<void>,
): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-bench-'));
  fs.chmodSync(directory, 0o755);
  const cluster = new EmbeddedPostgres(directory);
  await cluster.start();
  try {
    await cluster.ensureDatabase('bench');
    const connection = cluster.connection('bench');
    await migrate(connection);
    const database = new pg.Client(connection);
    await database.connect();
    try {
      await fill(database);
      const configuration = readConfiguration({
        OPSGAUGE_DATA_DIR: path.join(directory, 'hub'),
        OPSGAUGE_LOG_LEVEL: 'silent',
        OPSGAUGE_TIMEZONE: 'UTC',
      });
      const app = await createApp({ configuration, connection });
      try {
        await app.init();
        await work({ app, database, directory });
      } finally {
        await app.close();
      }
    } finally {
      await database.end();
    }
  } finally {
    await cluster.stop();
    cluster.remove();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}
