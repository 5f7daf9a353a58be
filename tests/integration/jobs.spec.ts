import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { makeBackup } from '../../apps/server/src/platform/backup/make-backup.js';
import { restoreBackup } from '../../apps/server/src/platform/backup/restore-backup.js';
import { Clock } from '../../apps/server/src/platform/clock.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { createPino, Logger } from '../../apps/server/src/platform/logging/logger.js';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database-cluster.js';
import { plainEnvironment } from '../support/plain-environment.js';
import { until } from '../support/until.js';

const everySecond = '* * * * * *';
const hardlyEver = '0 0 1 1 *';
const logger = new Logger(createPino('silent'));
let database: TestDatabase;
let stops: (() => Promise<void>)[];

/** The jobs of one hub process. */
async function startJobs(connection = database.connection): Promise<{ jobs: Jobs; pool: Database }> {
  const pool = new Database(connection, logger);
  const jobs = new Jobs(pool, logger, new Clock(), connection);
  await jobs.onModuleInit();
  let stopping: Promise<void> | undefined;
  stops.push(() => (stopping ??= jobs.beforeApplicationShutdown().then(() => pool.onApplicationShutdown())));
  return { jobs, pool };
}

async function sql<Row extends pg.QueryResultRow>(
  statement: string,
  values: unknown[] = [],
  connection = database.connection,
) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
const onServer = (statement: string) => sql(statement, [], { ...database.connection, database: 'postgres' });

beforeEach(async () => {
  stops = [];
  database = await cloneDatabase();
});
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await database.drop();
});

it('each moment of a schedule is one run, whichever of two hubs does it, and never two at once', async () => {
  let atOnce = 0;
  let atOnceMost = 0;
  const runs: string[] = [];
  const work = (hub: string) => async () => {
    atOnceMost = Math.max(atOnceMost, ++atOnce);
    runs.push(hub);
    await sql('SELECT 1');
    atOnce--;
  };
  for (const hub of ['one', 'other'])
    (await startJobs()).jobs.schedule('tick', everySecond, 'UTC', work(hub));
  await until('four runs', () => runs.length >= 4);
  await Promise.all(stops.map((stop) => stop()));
  const done = await sql<{ key: string; state: string }>(
    `SELECT singleton_key AS key, state FROM pgboss.job WHERE name = 'tick'`,
  );
  expect(new Set(done.map(({ key }) => key)).size).toBe(done.length);
  expect(done.map(({ key }) => key)).toEqual(done.map(() => expect.stringMatching(/T..:..:..\.000Z$/)));
  expect(done.filter(({ state }) => state === 'completed').length).toBeGreaterThanOrEqual(runs.length);
  expect(atOnceMost).toBe(1);
});

it('a run whose process was killed in its midst is done again, also by a hub that starts later', async () => {
  const program = fileURLToPath(new URL('../support/job-process.ts', import.meta.url));
  const loader = fileURLToPath(new URL('../support/run-typescript.mjs', import.meta.url));
  const options = { env: plainEnvironment(), execArgv: [] };
  const child = fork(loader, [program, JSON.stringify(database.connection)], options);
  const ended = once(child, 'exit');
  await once(child, 'message');
  const [cutOff] = await sql<{ id: string }>(`SELECT id FROM pgboss.job WHERE state = 'active'`);
  child.kill('SIGKILL');
  await ended;
  const stateOf = async () =>
    (await sql<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [cutOff!.id]))[0]!.state;
  expect(await stateOf()).toBe('active');
  for (const state of ['retry', 'completed']) {
    const { jobs } = await startJobs();
    jobs.schedule('cut-off', hardlyEver, 'UTC', () => Promise.resolve());
    await until(state, async () => (await stateOf()) === state);
    await stops.pop()!();
    await sql('UPDATE pgboss.job SET start_after = now()');
  }
});

it('what is enqueued is done once the transaction is committed, and never if it is not', async () => {
  const done: object[] = [];
  const { jobs, pool } = await startJobs();
  jobs.handle('letters', (data) => Promise.resolve(void done.push(data)));
  await expect(
    pool.transaction(async (client) => {
      await jobs.enqueue(client, 'letters', { number: 1 });
      throw new Error('the fact was none');
    }),
  ).rejects.toThrow('the fact was none');
  await pool.transaction(async (client) => {
    await jobs.enqueue(client, 'letters', { number: 2 });
    expect(done).toEqual([]);
  });
  await until('the letter', () => done.length > 0);
  expect(done).toEqual([{ number: 2 }]);
  await expect(pool.transaction((client) => jobs.enqueue(client, 'nobody', {}))).rejects.toThrow(
    'no job nobody',
  );
});

it('what is enqueued and fails is tried again, and keeps nothing else waiting', async () => {
  const tried: number[] = [];
  const { jobs, pool } = await startJobs();
  jobs.handle<{ number: number }>('letters', ({ number }) => {
    tried.push(number);
    return tried.length === 1 ? Promise.reject(new Error('no post today')) : Promise.resolve();
  });
  await pool.transaction(async (client) => {
    await jobs.enqueue(client, 'letters', { number: 1 });
    await jobs.enqueue(client, 'letters', { number: 2 });
  });
  await until('both', () => tried.length === 3);
  expect([...tried].sort()).toEqual([...tried.slice(0, 1), 1, 2].sort());
  expect(new Set(tried.slice(0, 2)).size).toBe(2);
});

it('one that fails keeps none of those from being done that wait together with it', async () => {
  const done: number[] = [];
  const { jobs, pool } = await startJobs();
  jobs.handleTogether<{ number: number }>('letters', (all) => {
    if (all.some(({ number }) => number === 2)) return Promise.reject(new Error('unreadable'));
    return Promise.resolve(void done.push(...all.map(({ number }) => number)));
  });
  await pool.transaction(async (client) => {
    for (const number of [1, 2, 3]) await jobs.enqueue(client, 'letters', { number });
  });
  await until('the others', () => done.length === 2);
  expect(done.sort()).toEqual([1, 3]);
});

it('what waits is done together where that is asked for, and again when it failed', async () => {
  const runs: number[][] = [];
  const { jobs, pool } = await startJobs();
  jobs.handleTogether<{ number: number }>('letters', (all) => {
    runs.push(all.map(({ number }) => number));
    return runs.length === 1 ? Promise.reject(new Error('no post today')) : Promise.resolve();
  });
  await pool.transaction(async (client) => {
    for (const number of [1, 2, 3]) await jobs.enqueue(client, 'letters', { number });
  });
  await until('a second time', () => runs.slice(1).flat().length === 3);
  expect([...runs[0]!].sort()).toEqual([1, 2, 3]);
  expect(runs.slice(1).flat().sort()).toEqual([1, 2, 3]);
});

it('what is enqueued for later waits that long in the database, also where another hub does it', async () => {
  const first = await startJobs();
  first.jobs.handle('letters', () => Promise.reject(new Error('too early')));
  const from = performance.now();
  await first.pool.transaction((client) => first.jobs.enqueue(client, 'letters', { number: 1 }, 2));
  await stops.pop()!();
  const done: number[] = [];
  const { jobs } = await startJobs();
  jobs.handle('letters', () => Promise.resolve(void done.push(performance.now() - from)));
  await until('the letter', () => done.length > 0);
  expect(done[0]).toBeGreaterThan(1900);
});

it('what was enqueued in a hub that has ended is done by another', async () => {
  const first = await startJobs();
  let release: () => void = () => {};
  first.jobs.handle('letters', () => new Promise<void>((resolve) => (release = resolve)));
  await first.pool.transaction((client) => first.jobs.enqueue(client, 'letters', { number: 1 }));
  await until('the letter is taken', async () => {
    const [taken] = await sql(`SELECT 1 FROM pgboss.job WHERE state = 'active'`);
    return taken;
  });
  await onServer(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.connection.database}'`,
  );
  const done: object[] = [];
  const { jobs } = await startJobs();
  jobs.handle('letters', (data) => Promise.resolve(void done.push(data)));
  await until('the letter', () => done.length > 0);
  release();
});

it('a moment that falls where the database does not answer is made up for when it does', async () => {
  const { database: name } = database.connection;
  let runs = 0;
  const { jobs } = await startJobs();
  jobs.schedule('tick', everySecond, 'UTC', () => Promise.resolve(void runs++));
  await until('a run', () => runs > 0);
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await until('the database is away', () =>
    sql('SELECT 1').then(
      () => false,
      () => true,
    ),
  );
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  const before = runs;
  await until('a run after it', () => runs > before);
});

it('runs at once when asked to, waits for the run that is under way, and logs what goes wrong', async () => {
  const { jobs } = await startJobs();
  const order: string[] = [];
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  jobs.schedule('asked', hardlyEver, 'UTC', async () => {
    order.push('begun');
    if (order.length === 1) await held;
    order.push('ended');
    if (order.length > 2) throw new Error('for the log');
  });
  const first = jobs.runNow('asked');
  await until('the first', () => order.length === 1);
  const second = jobs.runNow('asked');
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['begun', 'ended', 'begun', 'ended']);
  expect(jobs.lastSuccessMs().get('asked')).toEqual(expect.any(Number));
  await expect(jobs.runNow('nobody')).rejects.toThrow('no job nobody');
});

it('stops when what is under way has ended', async () => {
  const { jobs } = await startJobs();
  let hasEnded = false;
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  jobs.schedule('slow', hardlyEver, 'UTC', () => held.then(() => void (hasEnded = true)));
  const run = jobs.runNow('slow');
  await until('the run', async () => (await sql(`SELECT 1 FROM pgboss.job WHERE state = 'active'`)).length);
  const stopped = stops[0]!();
  release();
  await stopped;
  expect(hasEnded).toBe(true);
  await run;
});

it('are no part of a backup, and run where one is restored', async () => {
  let release: () => void = () => {};
  const { jobs, pool } = await startJobs();
  jobs.handle('letters', () => new Promise<void>((resolve) => (release = resolve)));
  await pool.transaction((client) => jobs.enqueue(client, 'letters', { number: 1 }));
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-jobs-'));
  const [dataDirectory, directory] = [path.join(parent, 'data'), path.join(parent, 'backup')];
  fs.mkdirSync(dataDirectory);
  const restored = await emptyDatabase();
  try {
    const { connection } = database;
    await makeBackup({ connection, dataDirectory, directory, version: '0.1.0', nowMs: Date.now() });
    await restoreBackup({ connection: restored.connection, dataDirectory, directory });
    expect(await sql('SELECT 1 FROM pgboss.job', [], restored.connection)).toEqual([]);
    let runs = 0;
    const there = await startJobs(restored.connection);
    there.jobs.schedule('once', hardlyEver, 'UTC', () => Promise.resolve(void runs++));
    await there.jobs.runNow('once');
    expect(runs).toBe(1);
  } finally {
    release();
    await Promise.all(stops.map((stop) => stop()));
    await restored.drop();
    fs.rmSync(parent, { recursive: true, force: true });
  }
});

it('four processes that start at once on a database of a role of its own make the tables once', async () => {
  await database.drop();
  database = await emptyDatabase();
  const role = `owner_${Date.now()}`;
  await onServer(`CREATE ROLE ${role}`);
  await onServer(`ALTER DATABASE ${database.connection.database} OWNER TO ${role}`);
  const connection = { ...database.connection, options: `-c role=${role}` };
  await Promise.all([1, 2, 3, 4].map(() => migrate(connection)));
  let runs = 0;
  const { jobs } = await startJobs(connection);
  jobs.schedule('once', hardlyEver, 'UTC', () => Promise.resolve(void runs++));
  await jobs.runNow('once');
  expect(runs).toBe(1);
  await Promise.all(stops.map((stop) => stop()));
  await database.drop();
  await onServer(`DROP ROLE ${role}`);
  database = await cloneDatabase();
});
