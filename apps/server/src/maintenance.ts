import 'reflect-metadata';
import path from 'node:path';
import { folderBytes } from './platform/backup/backup-folders.js';
import { BackupRuns } from './platform/backup/backup-runs.js';
import { makeBackup } from './platform/backup/make-backup.js';
import { type Manifest, rowsOf } from './platform/backup/manifest.js';
import { OperatorError } from './platform/backup/operator-error.js';
import { restoreBackup } from './platform/backup/restore-backup.js';
import { instantText } from './platform/clock.js';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from './platform/configuration/configuration.js';
import { withHubDatabase, withNewDatabase } from './platform/maintenance/hub-database.js';
import { verifyDatabase } from './platform/maintenance/verify-database.js';
import { serverVersion } from './platform/version.js';

const usage = `usage: npm run verify -- --database    walk the audit chain
       npm run backup -- DIR           back up to a new folder, also while the hub runs
       npm run restore -- DIR          restore a backup onto an empty data folder or database`;

/** What is done beside the hub, on its database. Each prints a line; all is well when it ends with 0. */
const commands: Record<string, (configuration: Configuration, argument: string) => Promise<boolean>> = {
  verify: async (configuration, argument) => {
    if (argument !== '--database') throw new OperatorError(usage);
    const { result, line } = await withHubDatabase(configuration, (connection) =>
      verifyDatabase(connection, configuration.dataDirectory),
    );
    say(line);
    return result.problem === null;
  },
  backup: async (configuration, argument) => {
    const directory = path.resolve(argument);
    const nowMs = Date.now();
    const { dataDirectory } = configuration;
    const manifest = await withHubDatabase(configuration, (connection) =>
      makeBackup({ connection, dataDirectory, directory, version: serverVersion, nowMs }),
    );
    say(`backed up to ${directory}: ${summary(manifest)}`);
    note(configuration, directory, manifest, nowMs);
    return true;
  },
  restore: async (configuration, argument) => {
    const directory = path.resolve(argument);
    const manifest = await withNewDatabase(configuration, (connection) =>
      restoreBackup({ connection, dataDirectory: configuration.dataDirectory, directory }),
    );
    say(`restored ${directory} of ${manifest.madeAt}: ${summary(manifest)}; counts, hashes and chain agree`);
    return true;
  },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** For the page that lists the backups; a good backup stays one where it cannot be noted. */
function note(configuration: Configuration, directory: string, manifest: Manifest, nowMs: number): void {
  const run = { at: instantText(nowMs), ok: true, rows: rowsOf(manifest), message: directory };
  try {
    new BackupRuns(configuration).add({ ...run, bytes: folderBytes(directory) });
  } catch (error) {
    say(`it is not in the list of backups: ${(error as Error).message}`);
  }
}

function summary(manifest: Manifest): string {
  const { tables, files, auditHead, version } = manifest;
  const head = auditHead ? `audit head ${auditHead.number} ${auditHead.hash}` : 'no audit entries';
  return `version ${version}, ${tables.length} tables, ${rowsOf(manifest)} rows, ${files.length} files, ${head}`;
}

async function main([verb = '', argument]: string[]): Promise<boolean> {
  const command = commands[verb];
  if (!command || !argument) throw new OperatorError(usage);
  return command(readConfiguration(process.env), argument);
}

main(process.argv.slice(2)).then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: Error) => {
    const isExplained = error instanceof OperatorError || error instanceof ConfigurationError;
    process.stderr.write(`${isExplained ? error.message : (error.stack ?? error.message)}\n`);
    process.exit(1);
  },
);
