import pg from 'pg';
import { Database, transactionOf } from '../../apps/server/src/platform/database/database.js';
import { createPino, Logger } from '../../apps/server/src/platform/logging/logger.js';
import { hourMs, hourOf } from '../../apps/server/src/telemetry/hours/fold-hour.js';
import { foldDue } from '../../apps/server/src/telemetry/hours/fold-run.js';
import { decodeHour } from '../../apps/server/src/telemetry/hours/hour-blob.js';
import { samplesOf } from '../../apps/server/src/telemetry/hours/hour-columns.js';
import type { StoredSample } from '../../apps/server/src/telemetry/hours/stored-sample.js';
import { dayMs, SampleDays } from '../../apps/server/src/telemetry/recent/sample-days.js';
import { Partitions } from '../../apps/server/src/telemetry/retention/partitions.js';
import { RecentRetention } from '../../apps/server/src/telemetry/retention/recent-retention.service.js';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import type { HubFolder } from './built-hub.js';

const connectionOf = (folder: HubFolder) => new EmbeddedPostgres(folder.path).connection('opsgauge');

/**
 * Folds every hour of a running hub's samples, the one that goes on included, as if all of them had come late: what was
 * folded before is united with what came since.
 *
 * @throws Error where PostgreSQL goes away meanwhile; then the hours are as they were
 */
export async function foldLate(folder: HubFolder): Promise<void> {
  const client = new pg.Client(connectionOf(folder));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(
      `INSERT INTO late_hour AS known (server_id, hour_at)
       SELECT DISTINCT server_id, date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC') FROM sample_recent
       ON CONFLICT (server_id, hour_at) DO UPDATE SET version = known.version + 1`,
    );
    const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
      await client.query('BEGIN');
      try {
        const result = await work();
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {});
        throw error;
      }
    };
    const nextHour = hourOf(Date.now()) + hourMs;
    await foldDue({ ...transactionOf(client), transaction }, nextHour, 'Asia/Shanghai');
    // The hub's own reading of this hour goes on from the table of the last days.
    await client.query('UPDATE server_fold SET folded_until = least(folded_until, $1)', [
      new Date(nextHour - hourMs),
    ]);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Folds everything and lets every day go, as if four days had passed. */
export async function foldAndLetGo(folder: HubFolder): Promise<void> {
  await foldLate(folder);
  const logger = new Logger(createPino('silent'));
  const database = new Database(connectionOf(folder), logger, 2);
  try {
    const retention = new RecentRetention(
      database,
      new Partitions(database),
      new SampleDays(database),
      logger,
    );
    await retention.run(Date.now() + 4 * dayMs);
  } finally {
    await database.onApplicationShutdown();
  }
}

/** What the folded hours hold, how many of them were written more than once, and how many samples are in none. */
export async function foldedSamples(
  folder: HubFolder,
): Promise<{ samples: StoredSample[]; merges: number; unfolded: number }> {
  const rows = await folder.sql<{ samples: Buffer; revision: number }>(
    'SELECT samples, revision FROM server_hour_raw ORDER BY hour_at',
  );
  const [recent] = await folder.sql<{ count: string }>('SELECT count(*) FROM sample_recent');
  return {
    samples: rows.flatMap(({ samples }) => samplesOf(decodeHour(samples))),
    merges: rows.reduce((sum, { revision }) => sum + revision - 1, 0),
    unfolded: Number(recent!.count),
  };
}
