import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readManifest } from '../../apps/server/src/platform/backup/manifest.js';
import { restoreBackup } from '../../apps/server/src/platform/backup/restore-backup.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { migrations } from '../../apps/server/src/platform/database/migrations/index.js';
import type { ActualsResponse, AvailabilityResponse } from '../../libs/contract/src/index.js';
import { emptyDatabase, type TestDatabase } from '../support/database-cluster.js';
import { MovableClock, TestHub } from '../support/test-hub.js';

/**
 * A folder per released schema: `backup` is what `npm run backup` writes of a hub of that release with a little data (a
 * local agent's two hours with a reboot and a stopped agent), `figures.json` what that hub answered at that moment. They
 * are never changed; each release adds one.
 */
const released = fileURLToPath(new URL('released', import.meta.url));
const releases = fs.readdirSync(released);

interface Figures {
  readonly at: string;
  readonly actuals: ActualsResponse;
  readonly availability: AvailabilityResponse;
}

class StandingClock extends MovableClock {
  constructor(private readonly ms: number) {
    super();
  }

  override nowMs(): number {
    return this.ms;
  }
}

/** Fails after it has changed something. */
class Failing9999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_done (id integer)');
    await runner.query('ALTER TABLE server DROP COLUMN name');
    throw new Error('the migration fails on purpose');
  }

  async down(): Promise<void> {}
}

let database: TestDatabase;
let dataDirectory: string;

beforeEach(async () => {
  database = await emptyDatabase();
  dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-upgrade-'));
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(dataDirectory, { recursive: true, force: true });
});

/** Every column, index and constraint, and the migrations that made them. */
async function schemaOf(connection: pg.ClientConfig): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(`
      SELECT table_name AS table, column_name AS name, data_type || is_nullable || coalesce(column_default, '') AS what
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT 'migrations', name, '' FROM migrations
      ORDER BY 1, 2, 3`);
    return rows;
  } finally {
    await client.end();
  }
}

describe.each(releases)('a hub of %s', (release) => {
  const directory = path.join(released, release, 'backup');
  const figures = JSON.parse(
    fs.readFileSync(path.join(released, release, 'figures.json'), 'utf8'),
  ) as Figures;
  const ownMigrations = readManifest(directory).migrations;
  const ownSchema = migrations.filter(({ name }) => ownMigrations.includes(name));

  it('is migrated forward and answers the same figures', async () => {
    await restoreBackup({ connection: database.connection, dataDirectory, directory });
    const clock = new StandingClock(Date.parse(figures.at));
    const hub = await TestHub.start({ connection: database.connection, clock, dataDirectory });
    try {
      const { items, total, evaluation } = figures.actuals;
      const actuals = await hub.get<ActualsResponse>(`/api/v1/evaluations/${evaluation.id}/actuals`);
      expect(actuals.items).toMatchObject(items);
      // 0.1.0 said 0.00 where nothing was scored; since then that is no value.
      const isScored = items.some(({ score }) => score !== null);
      expect(actuals.total).toMatchObject({ ...total, ...(isScored ? {} : { score: null }) });
      expect(await hub.get(items[0]!.evidenceUrl)).toMatchObject(figures.availability);
    } finally {
      await hub.stop();
    }
  });

  it('keeps its schema when a migration fails, whatever was migrated before it', async () => {
    await migrate(database.connection, ownSchema);
    const before = await schemaOf(database.connection);
    expect(before).not.toEqual([]);
    const failing = migrate(database.connection, [...migrations, Failing9999999999999]);
    await expect(failing).rejects.toThrow('the migration fails on purpose');
    expect(await schemaOf(database.connection)).toEqual(before);
    await migrate(database.connection);
    expect(await schemaOf(database.connection)).not.toEqual(before);
  });
});
