import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../../apps/server/src/platform/database/embedded-postgres.js';
import { databaseName } from '../../../apps/server/src/platform/maintenance/hub-database.js';
import { HubProcess } from '../../support/hub-process.js';
import { figureOf, type Figure } from '../figure.js';
import { HelperProcess } from '../helper-process.js';
import { postgresSeconds } from '../hub-cost.js';
import { readProcessCost } from '../process-cost.js';
import { addFleet } from './fleet.js';
import type { PagesTold } from './pages.js';
import type { SenderTold } from './senders.js';

const intervalMs = 10_000;
const pages = 20;
const usage = 'usage: npm run bench -- live [servers 1000] [seconds 60]';

/**
 * A hub as it runs, with agents that report every ten seconds and browsers' sockets, each in processes of their own:
 * what it costs, and how long it takes from a sample to every open page.
 */
export async function measureLive(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const [servers, seconds] = [parameters[0] ?? '1000', parameters[1] ?? '60'].map(Number) as [number, number];
  if (!(servers >= 1 && seconds >= 10)) throw new Error(usage);
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-live-'));
  fs.chmodSync(directory, 0o755);
  const helpers: HelperProcess<unknown>[] = [];
  let hub: HubProcess | undefined;
  try {
    hub = await HubProcess.start(directory);
    const fleet = await withDatabase(directory, (database) => addFleet(database, servers, Date.now()));
    const options = { url: hub.url, servers: fleet, intervalMs };
    const senders = await HelperProcess.start<SenderTold>(new URL('senders.ts', import.meta.url), options);
    helpers.push(senders);
    // Every server's first sample, and what is read once, belong to no steady state.
    await pause(3 * intervalMs);
    print(await shareOfCore(hub, directory, seconds, 'agents at 10 s, no page open', '≤ 5'));

    const sockets = { url: hub.url, cookie: await hub.cookieOfAdmin(), pages };
    const browsers = await HelperProcess.start<PagesTold>(new URL('pages.ts', import.meta.url), sockets);
    helpers.push(browsers);
    await pause(intervalMs);
    print(await shareOfCore(hub, directory, seconds, `agents at 10 s, ${pages} pages open`, null));
    const { delaysMs, missed } = await browsers.finish();
    const { answered, failed, answerP99Ms } = await senders.finish();
    const sorted = [...delaysMs].sort((a, b) => a - b);
    const quantile = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN) / 1000;
    print(figureOf('sample → every open page, p99', quantile(0.99), 's', '≤ 1'));
    print(figureOf('sample → every open page, median', quantile(0.5), 's'));
    print(figureOf('samples seen on every page', sorted.length, 'samples'));
    print(figureOf('samples that some page did not get', missed, 'samples', '≤ 0'));
    print(figureOf('answer to a report, p99', answerP99Ms, 'ms', '≤ 50'));
    print(figureOf('reports answered', answered, 'reports'));
    print(figureOf('reports that failed', failed, 'reports', '≤ 0'));
  } finally {
    for (const helper of helpers) helper.kill();
    await hub?.stop();
    new EmbeddedPostgres(directory).remove();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

/** What the hub and PostgreSQL take of one core over a while. */
async function shareOfCore(
  hub: HubProcess,
  directory: string,
  seconds: number,
  what: string,
  reach: string | null,
): Promise<Figure> {
  const spent = () => readProcessCost(hub.pid).statSeconds + postgresSeconds(directory);
  const [before, beganMs] = [spent(), performance.now()];
  await pause(seconds * 1000);
  const share = (100 * (spent() - before)) / ((performance.now() - beganMs) / 1000);
  return figureOf(what, share, '% of a core', reach);
}

async function withDatabase<T>(directory: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client(new EmbeddedPostgres(directory).connection(databaseName));
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
