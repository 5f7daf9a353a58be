import fs from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import { hasManifest } from './manifest.js';

const namePattern = /^opsgauge-\d{8}-\d{6}$/;

/** The folder of a scheduled backup, named by its moment on the organisation's clocks. */
export const backupFolder = (parent: string, atMs: number, timeZone: string): string =>
  path.join(parent, `opsgauge-${DateTime.fromMillis(atMs, { zone: timeZone }).toFormat('yyyyMMdd-HHmmss')}`);

/**
 * Takes the oldest backups away, and what a killed hub left unfinished. Folders of other names are not touched.
 * @param keep how many finished ones stay
 */
export function pruneBackups(parent: string, keep: number): void {
  const folders = fs
    .readdirSync(parent)
    .filter((name) => namePattern.test(name))
    .sort()
    .map((name) => path.join(parent, name));
  const finished = folders.filter(hasManifest);
  const unfinished = folders.filter((folder) => !hasManifest(folder));
  for (const folder of [...finished.slice(0, Math.max(0, finished.length - keep)), ...unfinished]) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What the files of a folder take, in bytes. */
export const folderBytes = (folder: string): number =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
