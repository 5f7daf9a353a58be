import { closeSync, existsSync, openSync, readSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The host's /proc and /sys as text. Another root lets a test bring a fixture tree. */
export interface HostFiles {
  /** The whole text of a file; throws the system's error where it cannot be read. */
  read(path: string): string;
  /** Names in a folder; throws where it cannot be listed. */
  list(path: string): string[];
  exists(path: string): boolean;
  /** How many links a file or folder has; throws where it cannot be asked. */
  linkCount(path: string): number;
  /** Where a symbolic link points; throws where it cannot be read. */
  link(path: string): string;
}

const chunkBytes = 65_536;

/** Files that are there as long as the kernel runs: kept open, since reading again from the start costs a third. */
const isLasting = (path: string): boolean => /^\/proc\/(stat|meminfo|diskstats|loadavg|uptime)$/.test(path);

/**
 * Reads below `root`. Synchronous on purpose: /proc is answered from memory, and a trip through the thread pool costs
 * more than the read. One buffer serves every read, so that a tick makes no garbage worth mentioning.
 */
export const createHostFiles = (root = '/'): HostFiles => {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const kept = new Map<string, number>();

  const readAll = (descriptor: number): string => {
    let text = '';
    for (;;) {
      const length = readSync(descriptor, buffer, 0, chunkBytes, text.length);
      if (length === 0) return text;
      text += buffer.toString('latin1', 0, length);
    }
  };

  const readOnce = (path: string): string => {
    const descriptor = openSync(root === '/' ? path : join(root, path), 'r');
    try {
      return readAll(descriptor);
    } finally {
      closeSync(descriptor);
    }
  };

  const readKept = (path: string): string => {
    let descriptor = kept.get(path);
    if (descriptor === undefined) kept.set(path, (descriptor = openSync(path, 'r')));
    return readAll(descriptor);
  };

  return {
    read: (path) => (root === '/' && isLasting(path) ? readKept(path) : readOnce(path)),
    list: (path) => readdirSync(join(root, path)),
    exists: (path) => existsSync(join(root, path)),
    linkCount: (path) => statSync(join(root, path)).nlink,
    link: (path) => readlinkSync(join(root, path)),
  };
};
