import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { auditHeadsFile, headLine, readHeads } from '../audit/audit-heads.js';
import type { AuditHead } from '../audit/audit-rows.js';
import type { Manifest } from './manifest.js';
import { OperatorError } from './operator-error.js';

/** What of the data folder belongs to a backup, beside the database: the rest is made again or is a log. */
const keptEntries = ['tls', 'evidence', 'settings'];

type FileBackup = Manifest['files'][number];

/**
 * Copies the data folder's own files to `directory`/files.
 * @param head of the chain in the backup: heads noted after its snapshot are left out, or they would pass for a cut tail
 */
export function backUpFiles(dataDirectory: string, directory: string, head: AuditHead | null): FileBackup[] {
  const target = path.join(directory, 'files');
  fs.mkdirSync(target, { mode: 0o700 });
  const heads = readHeads(auditHeadsFile(dataDirectory)).filter(
    ({ number }) => head && number <= head.number,
  );
  fs.writeFileSync(auditHeadsFile(target), heads.map(headLine).join(''), { mode: 0o600 });
  for (const name of keptEntries) {
    const source = path.join(dataDirectory, name);
    if (fs.existsSync(source)) fs.cpSync(source, path.join(target, name), { recursive: true });
  }
  return listFiles(target).map((name) => describeFile(target, name));
}

/** @throws OperatorError naming a file that is missing or not what the manifest says */
export function restoreFiles(directory: string, dataDirectory: string, files: readonly FileBackup[]): void {
  const source = path.join(directory, 'files');
  for (const file of files) {
    const target = path.resolve(dataDirectory, file.name);
    if (!target.startsWith(`${path.resolve(dataDirectory)}${path.sep}`)) {
      throw new OperatorError(`the manifest names ${file.name}, which lies outside of the data folder`);
    }
    if (!fs.existsSync(path.join(source, file.name))) {
      throw new OperatorError(`files/${file.name} is missing in the backup`);
    }
    if (describeFile(source, file.name).sha256 !== file.sha256) {
      throw new OperatorError(`files/${file.name} is not what was backed up: its SHA-256 is another one`);
    }
    fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    fs.copyFileSync(path.join(source, file.name), target);
  }
}

const listFiles = (directory: string): string[] =>
  fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();

function describeFile(directory: string, name: string): FileBackup {
  const content = fs.readFileSync(path.join(directory, name));
  return {
    name,
    bytes: content.length,
    sha256: crypto.createHash('sha256').update(content).digest('hex'),
  };
}
