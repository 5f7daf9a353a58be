import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Stopped } from './problem.mjs';
import { identify, isRunning } from './process-identity.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity & { key: string }} Holder */

/**
 * Tries to become the holder of a lock file; the lock of a process that has died is taken over.
 *
 * A dead holder's file is removed under a second lock named after that very holding, so that two processes that
 * found it dead at the same time cannot remove each other's new lock.
 *
 * @param {string} path
 * @returns {{ release: () => void } | { holder: Holder }} the living holder where there is one
 */
export const tryLock = (path) => {
  const own = { ...identify(process.pid), key: randomUUID() };
  const temporary = `${path}.${own.key}.tmp`;
  writeFileSync(temporary, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      if (linkIfAbsent(temporary, path)) return { release: () => releaseOwn(path, own.key) };
      const holder = readHolder(path);
      if (holder === undefined) continue;
      if (isRunning(holder)) return { holder };
      const takeover = tryLock(`${path}.${holder.key}`);
      if ('holder' in takeover) return takeover;
      releaseOwn(path, holder.key);
      takeover.release();
    }
  } finally {
    rmSync(temporary, { force: true });
  }
};

/**
 * @param {string} path
 * @param {{ signal?: AbortSignal, onWait?: (holder: Holder) => void }} [options] `onWait` is called once
 * @returns {Promise<() => void>} gives the lock back
 * @throws {Stopped} when the signal was aborted
 */
export const waitForLock = async (path, { signal, onWait } = {}) => {
  for (let isTold = false; ; isTold = true) {
    const attempt = tryLock(path);
    if ('release' in attempt) return attempt.release;
    if (!isTold) onWait?.(attempt.holder);
    await pause(100, undefined, { signal }).catch(() => {
      throw new Stopped();
    });
  }
};

/** @param {string} from @param {string} to */
const linkIfAbsent = (from, to) => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
const readHolder = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // The file appears whole, by link: what is not JSON was torn by a power cut, and nobody holds it.
    if (error instanceof SyntaxError) rmSync(path, { force: true });
    return undefined;
  }
};

/** @param {string} path @param {string} key */
const releaseOwn = (path, key) => {
  if (readHolder(path)?.key === key) rmSync(path, { force: true });
};
