import { closeSync, existsSync, openSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The host's /proc and /sys as text. Another root lets a test bring a fixture tree. */
export interface HostFiles {
  /** The whole text of a file; throws the system's error where it cannot be read. */
  read(path: string): string;
  /** Names in a folder; throws where it cannot be listed. */
  list(path: string): string[];
  exists(path: string): boolean;
}

const chunkBytes = 65_536;

/**
 * Reads below `root`. Synchronous on purpose: /proc is answered from memory, and a trip through the thread pool costs
 * more than the read. One buffer serves every read, so that a tick makes no garbage worth mentioning.
 */
export const createHostFiles = (root = '/'): HostFiles => {
  const buffer = Buffer.allocUnsafe(chunkBytes);

  const read = (path: string): string => {
    const descriptor = openSync(join(root, path), 'r');
    try {
      let text = '';
      for (;;) {
        const length = readSync(descriptor, buffer, 0, chunkBytes, null);
        if (length === 0) return text;
        text += buffer.toString('latin1', 0, length);
      }
    } finally {
      closeSync(descriptor);
    }
  };

  return {
    read,
    list: (path) => readdirSync(join(root, path)),
    exists: (path) => existsSync(join(root, path)),
  };
};
