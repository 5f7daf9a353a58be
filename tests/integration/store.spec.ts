import { jest } from '@jest/globals';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { migrations } from '../../apps/server/src/platform/database/migrations/index.js';
import { createPino } from '../../apps/server/src/platform/logging/logger.js';
import {
  errorBodySchema,
  healthSchema,
  rawSamplesResponseSchema,
  type RawSamplesResponse,
} from '../../libs/contract/src/index.js';
import { emptyDatabase, type TestDatabase } from '../support/database-cluster.js';
import { describeSchema, type DescribedSchema } from '../support/describe-schema.js';
import { scratchDirectory } from '../support/scratch-directory.js';
import { sampleAt, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

/**
 * The schema as it shall be, made by all migrations together. After a new migration, renew it and read the difference:
 * `RENEW_SCHEMA=1 npm test -- store.spec --selectProjects server`.
 */
const goldenFile = fileURLToPath(new URL('schema.golden.json', import.meta.url));

async function rowsOf<Row extends pg.QueryResultRow>(
  connection: pg.ClientConfig,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the schema', () => {
  let database: TestDatabase;
  let schema: DescribedSchema;

  beforeAll(async () => {
    database = await emptyDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrate(database.connection)));
    schema = await describeSchema(database.connection);
  });
  afterAll(() => database.drop());

  it('is made once by hubs that start at once', async () => {
    const ran = await rowsOf<{ name: string }>(
      database.connection,
      'SELECT name FROM migrations ORDER BY id',
    );
    expect(ran.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  });

  it('is left as it is by a hub that starts later', async () => {
    await migrate(database.connection);
    expect(await describeSchema(database.connection)).toEqual(schema);
  });

  it('is the one on record', () => {
    if (process.env['RENEW_SCHEMA']) fs.writeFileSync(goldenFile, `${JSON.stringify(schema, null, 2)}\n`);
    expect(schema).toEqual(JSON.parse(fs.readFileSync(goldenFile, 'utf8')));
  });
});

it('a migration that fails leaves nothing behind, and the next start completes it', async () => {
  const database = await emptyDatabase();
  try {
    await rowsOf(database.connection, 'CREATE TABLE evaluation (id int)');
    const lines: string[] = [];
    const logger = createPino('info', { write: (line) => lines.push(line) });
    const printed = jest.spyOn(console, 'log').mockImplementation(() => {});
    await expect(migrate(database.connection, undefined, logger)).rejects.toThrow(/evaluation/);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      expect.stringMatching(/^Migration "\w+" failed, error: .*evaluation/),
    ]);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
    expect(Object.keys((await describeSchema(database.connection)).tables).sort()).toEqual([
      'evaluation',
      'migrations',
    ]);
    await rowsOf(database.connection, 'DROP TABLE evaluation');
    await migrate(database.connection);
    expect((await describeSchema(database.connection)).tables).toHaveProperty('sample_recent');
  } finally {
    await database.drop();
  }
});

describe('PostgreSQL restarted under the hub', () => {
  let directory: string;
  let postgres: EmbeddedPostgres;
  let hub: TestHub;

  beforeAll(async () => {
    directory = scratchDirectory('opsgauge-store-');
    postgres = new EmbeddedPostgres(directory);
    await postgres.start();
    await postgres.ensureDatabase('opsgauge');
    await migrate(postgres.connection('opsgauge'));
    hub = await TestHub.start({ connection: postgres.connection('opsgauge') });
  });
  afterAll(async () => {
    await hub?.stop();
    await postgres.stop();
    postgres.remove();
    fs.rmSync(directory, { recursive: true, force: true });
  });

  it('is unavailable meanwhile, and the hub goes on by itself afterwards', async () => {
    const agent = await hub.enrol('web-01');
    const nowMs = hub.clock.nowMs();
    const kept = Array.from({ length: 20 }, (_, seq) => sampleAt(nowMs - 300_000 + seq * 10_000, seq));
    const { results } = await agent.report(kept);
    expect(results.every(({ status }) => status === 'accepted')).toBe(true);
    const cookie = await hub.cookieOf('admin');

    await postgres.stop();
    const requests = [
      () => hub.request('GET', '/api/v1/servers', undefined, { cookie }),
      () => hub.request('GET', '/api/v1/evaluations', undefined, { cookie }),
      () => hub.request('POST', '/api/v1/session', { username: 'admin', password: 'x' }),
      () => agent.post([sampleAt(nowMs, 20)]),
    ];
    for (const request of requests) {
      const response = await request();
      expect(response.status).toBe(503);
      expect(errorBodySchema.parse(await response.json()).code).toBe('store_unavailable');
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const health = healthSchema.parse(await (await hub.request('GET', '/api/v1/health')).json());
    expect(health).toMatchObject({ status: 'degraded', database: { isReachable: false, version: null } });

    await postgres.start();
    await until(
      'the hub’s return',
      async () => (await hub.request('GET', '/api/v1/servers', undefined, { cookie })).ok,
    );
    await agent.report([...kept, sampleAt(nowMs, 20)]);
    const path = `/api/v1/servers/${agent.serverId}/samples/raw?from=${new Date(nowMs - 600_000).toISOString()}&to=${new Date(nowMs + 1).toISOString()}&limit=1000`;
    const { items } = rawSamplesResponseSchema.parse(await hub.get<RawSamplesResponse>(path));
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, seq) => seq));
  });

  it('answers whatever is under way while it goes away, as unavailable or in full', async () => {
    const cookie = await hub.cookieOf('admin');
    const agent = await hub.enrol('web-02');
    const nowMs = hub.clock.nowMs();
    const underWay = Array.from({ length: 30 }, (_, seq) =>
      seq % 2
        ? agent.post([sampleAt(nowMs - 1000 + seq, seq)])
        : hub.request('GET', '/api/v1/servers', undefined, { cookie }),
    );
    await postgres.stop();
    const answers = await Promise.all(underWay);
    for (const answer of answers) {
      if (answer.status === 200) continue;
      expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({
        status: 503,
        code: 'store_unavailable',
      });
    }
    await postgres.start();
    await until(
      'the hub’s return',
      async () => (await hub.request('GET', '/api/v1/servers', undefined, { cookie })).ok,
    );
    const accepted = answers.filter((answer, seq) => seq % 2 && answer.status === 200).length;
    const [stored] = await hub.sql<{ count: string }>(
      'SELECT count(*) FROM sample_recent WHERE server_id = $1',
      [agent.serverId],
    );
    expect(Number(stored!.count)).toBeGreaterThanOrEqual(accepted);
  });
});
