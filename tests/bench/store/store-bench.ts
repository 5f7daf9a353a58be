import 'reflect-metadata';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createApp } from '../../../apps/server/src/create-app.js';
import { readConfiguration } from '../../../apps/server/src/platform/configuration/configuration.js';
import { EmbeddedPostgres } from '../../../apps/server/src/platform/database/embedded-postgres.js';
import { migrate } from '../../../apps/server/src/platform/database/migrate.js';
import { FoldingService } from '../../../apps/server/src/telemetry/hours/folding.service.js';
import { SeriesService } from '../../../apps/server/src/telemetry/reading/series.service.js';
import { figureOf, type Figure } from '../figure.js';
import { postgresSeconds } from '../hub-cost.js';
import { medianMs } from '../median.js';
import { fillSamples, serverId, valuesPerSample } from './synthetic-samples.js';

const usage = 'usage: npm run bench -- store [servers] [days]';
const day = 86_400_000;

/**
 * Fills the table of the last days with made-up hosts, folds them, and measures what that cost, what is left on disk and
 * how long a chart takes to be read.
 */
export async function measureStore(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const [servers, days] = [parameters[0] ?? '20', parameters[1] ?? '3'].map(Number) as [number, number];
  if (!(servers >= 1 && days >= 1)) throw new Error(usage);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-bench-'));
  fs.chmodSync(directory, 0o755);
  const cluster = new EmbeddedPostgres(directory);
  await cluster.start();
  try {
    await cluster.ensureDatabase('bench');
    const connection = cluster.connection('bench');
    await migrate(connection);
    const configuration = readConfiguration({
      OPSGAUGE_DATA_DIR: path.join(directory, 'hub'),
      OPSGAUGE_LOG_LEVEL: 'silent',
    });
    const app = await createApp({ configuration, connection });
    await app.init();
    const database = new pg.Client(connection);
    await database.connect();
    try {
      const samples = await fillSamples(database, servers, days, Date.now());
      const millionValues = (samples * valuesPerSample) / 1e6;
      const spent = await costOf(directory, () => app.get(FoldingService).fold());
      print(figureOf('fold', spent / millionValues, 'CPU s per million values', '≤ 0.25'));
      const bytes = await sizeOf(database, ['server_hour', 'server_hour_raw']);
      print(
        figureOf(
          'disk of folded hours, indexes included',
          bytes / millionValues / 1e6,
          'bytes a value',
          '≤ 1.5',
        ),
      );
      print(
        figureOf(
          'disk of samples before',
          (await sizeOf(database, ['sample_recent'])) / millionValues / 1e6,
          'bytes a value',
        ),
      );
      const series = app.get(SeriesService);
      const toMs = Date.now();
      for (const [name, lengthMs, reach] of [
        ['1 h', day / 24, '≤ 1'],
        ['6 h', day / 4, '≤ 1'],
        ['24 h', day, '≤ 3'],
        ['7 d', 7 * day, '≤ 3'],
        ['30 d', 30 * day, '≤ 5'],
        ['1 y', 365 * day, '≤ 3'],
      ] as const) {
        const read = () => series.range(serverId(1), { fromMs: toMs - lengthMs, toMs }, 300, ['cpuPercent']);
        print(figureOf(`chart of ${name}, in the store`, await medianMs(read), 'ms', reach));
      }
    } finally {
      await database.end();
      await app.close();
    }
  } finally {
    await cluster.stop();
    cluster.remove();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** CPU seconds of this process and of PostgreSQL while `work` runs. */
async function costOf(directory: string, work: () => Promise<void>): Promise<number> {
  const before = postgresSeconds(directory);
  const own = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(own);
  return (user + system) / 1e6 + postgresSeconds(directory) - before;
}

async function sizeOf(database: pg.Client, tables: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(relid)) AS bytes
       FROM unnest($1::text[]) AS name, pg_partition_tree(name::regclass)`,
    [tables],
  );
  return Number(rows[0]!.bytes);
}
