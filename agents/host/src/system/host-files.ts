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
/**
 * The kernel hands out whole lines, up to a page at a time: what is shorter than half a page is all there was. A mount's
 * line alone may be longer than that, so its table is read to the end.
 */
const surelyWholeBytes = 2_048;
const mountTable = '/proc/self/mounts';

/** Read at every tick: kept open, since opening and closing cost twice as much as reading. */
const isEverRead = (path: string): boolean =>
  path === mountTable ||
  /^\/proc\/(stat|meminfo|diskstats|loadavg|uptime|net\/(dev|snmp))$/.test(path) ||
  /^\/sys\/class\/net\/[^/]+\/operstate$/.test(path);
const keptMax = 64;

/**
 * Reads below `root`. Synchronous on purpose: /proc is answered from memory, and a trip through the thread pool costs
 * more than the read. One buffer serves every read, so that a tick makes no garbage worth mentioning.
 */
export const createHostFiles = (root = '/'): HostFiles => {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const kept = new Map<string, number>();

  const readAll = (descriptor: number, path: string): string => {
    let text = '';
    for (;;) {
      const length = readSync(descriptor, buffer, 0, chunkBytes, text.length);
      if (length === 0) return text;
      text += buffer.toString('latin1', 0, length);
      if (length < surelyWholeBytes && path !== mountTable) return text;
    }
  };

  const readOnce = (path: string): string => {
    const descriptor = openSync(join(root, path), 'r');
    try {
      return readAll(descriptor, path);
    } finally {
      closeSync(descriptor);
    }
  };

  const readKept = (path: string, descriptor: number): string => {
    try {
      return readAll(descriptor, path);
    } catch {
      // An interface that is gone; one of its name may be there anew.
      kept.delete(path);
      closeSync(descriptor);
      return readOnce(path);
    }
  };

  const keep = (path: string): number => {
    const descriptor = openSync(path, 'r');
    kept.set(path, descriptor);
    return descriptor;
  };

  const read = (path: string): string => {
    const descriptor = kept.get(path);
    if (descriptor !== undefined) return readKept(path, descriptor);
    const mayKeep = root === '/' && kept.size < keptMax && isEverRead(path);
    return mayKeep ? readKept(path, keep(path)) : readOnce(path);
  };

  return {
    read,
    list: (path) => readdirSync(join(root, path)),
    exists: (path) => existsSync(join(root, path)),
    linkCount: (path) => statSync(join(root, path)).nlink,
    link: (path) => readlinkSync(join(root, path)),
  };
};
