import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../../apps/server/src/create-app.js';
import { readConfiguration } from '../../../apps/server/src/platform/configuration/configuration.js';
import { EmbeddedPostgres } from '../../../apps/server/src/platform/database/embedded-postgres.js';
import { migrate } from '../../../apps/server/src/platform/database/migrate.js';
import { AvailabilityService } from '../../../apps/server/src/status/availability.service.js';
import { LatestStore } from '../../../apps/server/src/telemetry/latest-store.js';
import { FleetSummaries } from '../../../apps/server/src/telemetry/reading/fleet-summaries.service.js';
import { dayMs } from '../../../apps/server/src/telemetry/recent/sample-days.js';
import { figureOf, type Figure } from '../figure.js';
import { medianMs } from '../median.js';
import { serverId } from '../store/synthetic-samples.js';
import { fillFleet } from './synthetic-fleet.js';

const days = 30;

/** Questions about all servers at once, at a database with a month of them. */
export async function measureQuery(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const servers = Number(parameters[0] ?? '1000');
  if (!(servers >= 1)) throw new Error('usage: npm run bench -- query [servers 1000]');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-bench-'));
  fs.chmodSync(directory, 0o755);
  const cluster = new EmbeddedPostgres(directory);
  await cluster.start();
  try {
    await cluster.ensureDatabase('bench');
    const connection = cluster.connection('bench');
    await migrate(connection);
    const untilMs = Math.floor(Date.now() / dayMs) * dayMs;
    const database = new pg.Client(connection);
    await database.connect();
    await fillFleet(database, servers, days, untilMs);
    await database.end();
    const configuration = readConfiguration({
      OPSGAUGE_DATA_DIR: path.join(directory, 'hub'),
      OPSGAUGE_LOG_LEVEL: 'silent',
      OPSGAUGE_TIMEZONE: 'UTC',
    });
    const app = await createApp({ configuration, connection });
    await app.init();
    try {
      await ask(app, servers, { fromMs: untilMs - days * dayMs, toMs: untilMs }, print);
    } finally {
      await app.close();
    }
  } finally {
    await cluster.stop();
    cluster.remove();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

async function ask(
  app: NestFastifyApplication,
  servers: number,
  period: { fromMs: number; toMs: number },
  print: (figure: Figure) => void,
): Promise<void> {
  const ids = Array.from({ length: servers }, (_, index) => serverId(index + 1));
  const availability = app.get(AvailabilityService);
  const fleet = app.get(FleetSummaries);
  const latest = app.get(LatestStore);
  for (const [name, reach, work] of [
    ['availability of all, 30 d', '≤ 20', () => availability.ofServers(ids, period, [])],
    ['mean, maximum and p95 of all, from day rows', '≤ 40', () => fleet.ofAll('day', period)],
    ['mean, maximum and p95 of all, from month rows', '≤ 5', () => fleet.ofAll('month', period)],
    ['latest of all', '≤ 3', () => latest.list()],
  ] as const) {
    print(figureOf(name, await medianMs(work), 'ms', reach));
  }
}
