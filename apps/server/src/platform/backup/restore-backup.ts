import path from 'node:path';
import pg from 'pg';
import { readHeads, auditHeadsFile } from '../audit/audit-heads.js';
import { verifyAuditChain } from '../audit/audit-verifier.js';
import { migrate } from '../database/migrate.js';
import { migrations as knownMigrations } from '../database/migrations/index.js';
import { restoreFiles } from './data-files.js';
import { type Manifest, readManifest } from './manifest.js';
import { OperatorError } from './operator-error.js';
import { type ForeignKey, isEmptyDatabase, readForeignKeys, readTables } from './schema-reader.js';
import { copyIn, copySettings } from './table-copy.js';

export interface RestoreOptions {
  /** An empty database. */
  readonly connection: pg.ClientConfig;
  readonly dataDirectory: string;
  /** Of the backup. */
  readonly directory: string;
}

/**
 * Restores a backup: the schema as it was by its own migrations, the rows in one transaction, each table's count and
 * hash checked against the manifest, then the audit chain up to its head; migrations that came since are run last.
 *
 * @throws OperatorError saying what does not fit; then nothing of the rows is kept
 */
export async function restoreBackup({
  connection,
  dataDirectory,
  directory,
}: RestoreOptions): Promise<Manifest> {
  const manifest = readManifest(directory);
  const schema = migrationsOf(manifest);
  await withClient(connection, async (client) => {
    if (!(await isEmptyDatabase(client))) {
      throw new OperatorError('the database is not empty: a backup is restored onto an empty one only');
    }
  });
  await migrate(connection, schema);
  restoreFiles(directory, dataDirectory, manifest.files);
  await withClient(connection, async (client) => {
    await client.query('BEGIN');
    for (const setting of copySettings) await client.query(setting);
    await loadTables(client, manifest, directory);
    await checkChain(client, manifest, dataDirectory);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
  await migrate(connection);
  return manifest;
}

/** @throws OperatorError when the backup is of a newer hub than this one */
function migrationsOf({ migrations, version }: Manifest) {
  const unknown = migrations.filter((name) => !knownMigrations.some((known) => known.name === name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `the backup is of a newer hub (${version}): this one does not know ${unknown.join(', ')}`,
    );
  }
  return knownMigrations.filter(({ name }) => migrations.includes(name));
}

/** A partition that was being let go stands beside its table, and is dealt with by whoever let it go. */
const leavingPattern = /^leaving_(.+)_\d+$/;

async function makePartitions(client: pg.Client, { partitions, tables }: Manifest): Promise<void> {
  for (const { table, name, from, to } of partitions)
    await client.query('SELECT ensure_partition($1, $2, $3, $4)', [table, name, from, to]);
  for (const { name } of tables) {
    const [, parent] = leavingPattern.exec(name) ?? [];
    if (!parent) continue;
    await client.query(
      `CREATE TABLE ${pg.escapeIdentifier(name)} (LIKE ${pg.escapeIdentifier(parent)} INCLUDING ALL)`,
    );
  }
}

async function loadTables(client: pg.Client, manifest: Manifest, directory: string): Promise<void> {
  await makePartitions(client, manifest);
  const tables = await readTables(client);
  const missing = manifest.tables.filter(({ name }) => !tables.some((table) => table.name === name));
  if (missing.length > 0)
    throw new OperatorError(`no such table here: ${missing.map(({ name }) => name).join(', ')}`);
  // Taken away and made again, so that tables may come in any order and every reference is checked at the end.
  const keys = await readForeignKeys(client);
  for (const key of keys) await alter(client, key, `DROP CONSTRAINT ${pg.escapeIdentifier(key.name)}`);
  for (const { name } of tables) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`);
    await client.query(`DELETE FROM ${pg.escapeIdentifier(name)}`);
  }
  for (const table of manifest.tables) {
    const copied = await copyIn(client, table, path.join(directory, table.file)).catch((error: Error) => {
      throw new OperatorError(`${table.file} cannot be read in: ${error.message}`);
    });
    if (copied.rows !== table.rows || copied.sha256 !== table.sha256) {
      throw new OperatorError(
        `${table.file} is not what was backed up: ${copied.rows} rows of ${table.rows}, SHA-256 ${copied.sha256}`,
      );
    }
  }
  for (const { name } of tables)
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`);
  for (const key of keys) {
    await alter(client, key, `ADD CONSTRAINT ${pg.escapeIdentifier(key.name)} ${key.definition}`);
  }
  for (const { name, lastValue } of manifest.sequences) {
    // Those of faults are made as years begin, and not by migrations.
    await client.query(`CREATE SEQUENCE IF NOT EXISTS ${pg.escapeIdentifier(name)}`);
    await client.query('SELECT setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), lastValue]);
  }
}

const alter = (client: pg.Client, { table }: ForeignKey, change: string) =>
  client.query(`ALTER TABLE ${pg.escapeIdentifier(table)} ${change}`);

async function checkChain(client: pg.Client, manifest: Manifest, dataDirectory: string): Promise<void> {
  if (!manifest.auditHead) return;
  const heads = [...readHeads(auditHeadsFile(dataDirectory)), manifest.auditHead];
  const { problem } = await verifyAuditChain(client, heads);
  if (problem) throw new OperatorError(`the audit chain is broken: ${problem.message}`);
}

async function withClient(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
