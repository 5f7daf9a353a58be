import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readBootId } from '../system/boot.js';
import { createHostFiles, type HostFiles } from '../system/host-files.js';

/** Who holds the state folder: a process is named by its id and its start, since ids are used again. */
export interface LockHolder {
  pid: number;
  startedTicks: string;
  bootId: string;
}

const startColumnAfterName = 19;

/** A running process, or `undefined` where there is none with that id. */
const describeProcess = (files: HostFiles, pid: number): LockHolder | undefined => {
  try {
    const text = files.read(`/proc/${pid}/stat`);
    // The name in parentheses may hold spaces and parentheses itself.
    const columns = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, startedTicks: columns[startColumnAfterName] ?? '', bootId: readBootId(files) };
  } catch {
    return undefined;
  }
};

const readHolder = (path: string): LockHolder | undefined => {
  try {
    const { pid, startedTicks, bootId } = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
    return Number.isInteger(pid) ? { pid, startedTicks, bootId } : undefined;
  } catch {
    return undefined;
  }
};

/** The process that runs on this lock now, or `undefined`: nobody, or a lock left by one that is gone. */
export const findLockHolder = (
  path: string,
  files: HostFiles = createHostFiles(),
): LockHolder | undefined => {
  const holder = readHolder(path);
  if (!holder) return undefined;
  const running = describeProcess(files, holder.pid);
  const isSame = running?.startedTicks === holder.startedTicks && running.bootId === holder.bootId;
  return isSame ? holder : undefined;
};

const cannotWrite = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/** The disk takes no lock: full, or read-only. */
export class LockUnavailableError extends Error {}

export class AlreadyRunningError extends Error {
  constructor(readonly pid: number) {
    super(`an agent already runs on this state folder (process ${pid})`);
  }
}

/**
 * Takes the lock for this process; a lock whose holder is gone is taken over.
 * @returns gives the lock back
 * @throws AlreadyRunningError, LockUnavailableError
 */
export const takeLock = (path: string, files: HostFiles = createHostFiles()): (() => void) => {
  const own = describeProcess(files, process.pid) ?? {
    pid: process.pid,
    startedTicks: '',
    bootId: readBootId(files),
  };
  const text = JSON.stringify(own);
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    for (;;) {
      try {
        // A link appears with its content or not at all, and never over another.
        linkSync(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = findLockHolder(path, files);
      if (holder) throw new AlreadyRunningError(holder.pid);
      setAside(path, files);
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw cannotWrite.has(code) ? new LockUnavailableError(message) : error;
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readHolder(path)?.pid === own.pid) rmSync(path, { force: true });
  };
};

/** Removes a stale lock; if another process took it over in the same moment, that one's lock is put back. */
const setAside = (path: string, files: HostFiles): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = findLockHolder(aside, files);
  if (holder) linkSync(aside, path);
  rmSync(aside, { force: true });
  if (holder) throw new AlreadyRunningError(holder.pid);
};
