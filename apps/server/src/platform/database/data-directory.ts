import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The user PostgreSQL runs as when the hub itself runs as root, which PostgreSQL refuses. */
export const unprivilegedId = 65534;

/** Whether PostgreSQL has to be started as another user. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The folder of the database cluster: inside the data folder. Where the hub runs as root and some folder above is
 * closed to others (a checkout below a 0700 home), the unprivileged user could not reach it there: then it lies below
 * /var/lib/opsgauge, named by the data folder's path, and a note in the data folder says so.
 */
export function clusterDirectory(dataDirectory: string): string {
  if (!isRoot() || isTraversableByOthers(dataDirectory)) return path.join(dataDirectory, 'postgres');
  const elsewhere = path.join('/var/lib/opsgauge', `postgres-${fingerprint(dataDirectory)}`);
  fs.writeFileSync(path.join(dataDirectory, 'postgres-is-at.txt'), `${elsewhere}\n`);
  return elsewhere;
}

/** A short folder for the socket: paths over 107 bytes fail, and a checkout may lie deep. */
export const socketDirectory = (dataDirectory: string): string =>
  path.join(os.tmpdir(), `opsgauge-${process.getuid?.() ?? 0}-${fingerprint(dataDirectory)}`);

/** Whether each folder down to this one lets others pass. A folder that does not exist yet will be made 0755. */
export function isTraversableByOthers(directory: string): boolean {
  for (let folder = path.resolve(directory); ; folder = path.dirname(folder)) {
    if (fs.existsSync(folder) && (fs.statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

const fingerprint = (directory: string): string =>
  crypto.createHash('sha256').update(path.resolve(directory)).digest('hex').slice(0, 12);
