import 'reflect-metadata';
import type pg from 'pg';
import { AccountsService } from '../../../apps/server/src/accounts/accounts.service.js';
import { FoldingService } from '../../../apps/server/src/telemetry/hours/folding.service.js';
import { SeriesService } from '../../../apps/server/src/telemetry/reading/series.service.js';
import { withBenchStore, type BenchStore } from '../bench-store.js';
import { figureOf, type Figure } from '../figure.js';
import { postgresSeconds } from '../hub-cost.js';
import { medianMs } from '../median.js';
import { fillSamples, serverId, valuesPerSample } from './synthetic-samples.js';

const usage = 'usage: npm run bench -- store [servers] [days]';
const day = 86_400_000;
const password = 'a-password-for-benches';

/** Each chart, how far back it goes, and how many milliseconds it may take in the store. */
const charts = [
  ['1 h', day / 24, 1],
  ['6 h', day / 4, 1],
  ['24 h', day, 3],
  ['7 d', 7 * day, 3],
  ['30 d', 30 * day, 5],
  ['1 y', 365 * day, 3],
] as const;

/**
 * Fills the table of the last days with made-up hosts, folds them, and measures what that cost, what is left on disk and
 * how long a chart takes to be read.
 */
export async function measureStore(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const [servers, days] = [parameters[0] ?? '20', parameters[1] ?? '3'].map(Number) as [number, number];
  if (!(servers >= 1 && days >= 1)) throw new Error(usage);
  let samples = 0;
  await withBenchStore(
    async (database) => {
      samples = await fillSamples(database, servers, days, Date.now());
    },
    async (store) => {
      await measureFold(store, (samples * valuesPerSample) / 1e6, print);
      await measureCharts(store, print);
    },
  );
}

async function measureFold(
  { app, database, directory }: BenchStore,
  millionValues: number,
  print: (figure: Figure) => void,
): Promise<void> {
  const spent = await costOf(directory, () => app.get(FoldingService).fold());
  print(figureOf('fold', spent / millionValues, 'CPU s per million values', '≤ 0.25'));
  const bytesPerValue = async (tables: readonly string[]) =>
    (await sizeOf(database, tables)) / millionValues / 1e6;
  const folded = await bytesPerValue(['server_hour', 'server_hour_raw']);
  print(figureOf('disk of folded hours, indexes included', folded, 'bytes a value', '≤ 1.5'));
  print(figureOf('disk of samples before', await bytesPerValue(['sample_recent']), 'bytes a value'));
}

async function measureCharts({ app }: BenchStore, print: (figure: Figure) => void): Promise<void> {
  const series = app.get(SeriesService);
  const cookie = await logIn(app);
  const toMs = Date.now();
  for (const [name, lengthMs, reachMs] of charts) {
    const window = { fromMs: toMs - lengthMs, toMs };
    const inStoreMs = await medianMs(() => series.range(serverId(1), window, 300, ['cpuPercent']));
    print(figureOf(`chart of ${name}, in the store`, inStoreMs, 'ms', `≤ ${reachMs}`));
    const [from, to] = [new Date(window.fromMs), new Date(toMs)].map((at) => at.toISOString());
    const url = `${await app.getUrl()}/api/v1/servers/${serverId(1)}/samples?from=${from}&to=${to}&points=300&metrics=cpuPercent`;
    const overHttpMs = await medianMs(async () => {
      const answer = await fetch(url, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
      return answer.json();
    });
    print(figureOf(`chart of ${name}, over HTTP`, overHttpMs, 'ms', `≤ ${2 * reachMs + 2}`));
  }
}

async function logIn(app: BenchStore['app']): Promise<string> {
  const account = { username: 'admin', displayName: 'admin', role: 'admin' as const };
  await app.get(AccountsService).create({ ...account, password });
  await app.listen(0, '127.0.0.1');
  const answer = await fetch(`${await app.getUrl()}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account.username, password }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
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
