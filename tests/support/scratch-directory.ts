import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
/** For the clusters of some test files at once, and what they write ahead. */
const roomBytesMin = 4 * 2 ** 30;

/**
 * Makes a folder, open to the unprivileged user of PostgreSQL, for a database that a test throws away. It lies in
 * memory where the machine has room there: a database is a thousand files, and a disk takes half a second to make
 * them.
 *
 * @param prefix of the folder's name
 * @returns absolute; whoever asked for it removes it
 */
export function scratchDirectory(prefix: string): string {
  const directory = fs.mkdtempSync(path.join(hasRoomInMemory() ? memory : os.tmpdir(), prefix));
  fs.chmodSync(directory, 0o755);
  return directory;
}

function hasRoomInMemory(): boolean {
  try {
    fs.accessSync(memory, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(memory);
    return bavail * bsize >= roomBytesMin;
  } catch {
    // Only Linux has it, and not every container.
    return false;
  }
}
