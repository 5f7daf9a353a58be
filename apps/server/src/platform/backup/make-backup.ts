import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { readHead } from '../audit/audit-rows.js';
import { backUpFiles } from './data-files.js';
import { type Manifest, type TableBackup, writeManifest } from './manifest.js';
import { explainFileError, OperatorError } from './operator-error.js';
import { readPartitions } from '../database/table-partitions.js';
import { readMigrations, readSequences, readTables } from './schema-reader.js';
import { copyOut, copySettings } from './table-copy.js';

export interface BackupOptions {
  readonly connection: pg.ClientConfig;
  readonly dataDirectory: string;
  /** Made if it does not exist; has to be empty. */
  readonly directory: string;
  readonly version: string;
  readonly nowMs: number;
  /** Told of every table that is copied, and first of how many there are. */
  readonly onProgress?: (tablesDone: number, tables: number) => void;
}

/**
 * Backs the hub up while it runs: every table by COPY out of one REPEATABLE READ snapshot, and the data folder's own
 * files. What was begun is taken away again when it fails.
 *
 * @throws OperatorError when the folder is not empty, the disk is full, or the database holds no hub
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { directory } = options;
  const isOwn = !fs.existsSync(directory);
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (fs.readdirSync(directory).length > 0) {
      throw new OperatorError(`${directory} is not empty: name a new folder for each backup`);
    }
  } catch (error) {
    throw explainFileError(error, directory);
  }
  try {
    const manifest = await writeBackup(options);
    writeManifest(directory, manifest);
    return manifest;
  } catch (error) {
    for (const name of ['tables', 'files', 'manifest.json.partial']) {
      fs.rmSync(path.join(directory, name), { recursive: true, force: true });
    }
    if (isOwn) fs.rmdirSync(directory);
    throw explainFileError(error, directory);
  }
}

async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { connection, dataDirectory, directory, version, nowMs, onProgress } = options;
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const setting of copySettings) await client.query(setting);
    const migrations = await readMigrations(client);
    if (migrations.length === 0) throw new OperatorError('the database holds no hub: it has no tables');
    const tables = await readTables(client);
    // So that none is dropped before its turn comes.
    await client.query(
      `LOCK TABLE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')} IN ACCESS SHARE MODE`,
    );
    fs.mkdirSync(path.join(directory, 'tables'), { mode: 0o700 });
    const copied: TableBackup[] = [];
    onProgress?.(0, tables.length);
    for (const table of tables) {
      const file = `tables/${table.name}.copy.gz`;
      const { rows, sha256 } = await copyOut(client, table, path.join(directory, file));
      copied.push({ name: table.name, columns: [...table.columns], file, rows, sha256 });
      onProgress?.(copied.length, tables.length);
    }
    const hasAudit = tables.some(({ name }) => name === 'audit_entry');
    const auditHead = hasAudit ? await readHead(client) : null;
    const files = backUpFiles(dataDirectory, directory, auditHead);
    return {
      format: 1,
      madeAt: new Date(nowMs).toISOString(),
      version,
      migrations,
      tables: copied,
      partitions: (await readPartitions(client)).map((one) => ({
        ...one,
        from: one.from.toISOString(),
        to: one.to.toISOString(),
      })),
      sequences: await readSequences(client),
      files,
      auditHead,
    };
  } finally {
    await client.end();
  }
}
