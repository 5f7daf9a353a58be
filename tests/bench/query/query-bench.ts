import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AvailabilityService } from '../../../apps/server/src/status/availability.service.js';
import { LatestStore } from '../../../apps/server/src/telemetry/latest-store.js';
import { FleetSummaries } from '../../../apps/server/src/telemetry/reading/fleet-summaries.service.js';
import { dayMs } from '../../../apps/server/src/telemetry/recent/sample-days.js';
import { withBenchStore } from '../bench-store.js';
import { figureOf, type Figure } from '../figure.js';
import { medianMs } from '../median.js';
import { serverId } from '../store/synthetic-samples.js';
import { fillFleet } from './synthetic-fleet.js';

const days = 30;

/** Questions about all servers at once, at a database with a month of them. */
export async function measureQuery(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const servers = Number(parameters[0] ?? '1000');
  if (!(servers >= 1)) throw new Error('usage: npm run bench -- query [servers 1000]');
  const untilMs = Math.floor(Date.now() / dayMs) * dayMs;
  await withBenchStore(
    (database) => fillFleet(database, servers, days, untilMs),
    ({ app }) => ask(app, servers, { fromMs: untilMs - days * dayMs, toMs: untilMs }, print),
  );
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
