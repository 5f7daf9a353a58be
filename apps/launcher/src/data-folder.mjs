import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} DataFolder
 * @property {string} path absolute
 * @property {string} logs
 * @property {string} lock held by the launcher that owns the folder
 * @property {string} state what that launcher runs
 * @property {string} agent state of the agent of this very machine
 */

/**
 * Makes the data folder and proves, by writing, that it can be written.
 *
 * @param {string} dataPath
 * @returns {DataFolder}
 * @throws {Problem} when it cannot be made or written
 */
export const openDataFolder = (dataPath) => {
  const folder = path.resolve(dataPath);
  const logs = path.join(folder, 'logs');
  const run = path.join(folder, 'run');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    // As root, PostgreSQL runs as another user and has to get through to its own folder.
    if (process.getuid?.() === 0 && (statSync(folder).mode & 0o755) !== 0o755) chmodSync(folder, 0o755);
    for (const own of [logs, run]) {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      chmodSync(own, 0o700);
      const probe = path.join(own, `.probe-${process.pid}`);
      writeFileSync(probe, 'probe');
      rmSync(probe);
    }
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Problem(`数据目录不可写（${code}）：${folder}`, `the data folder is not writable (${code})`);
  }
  return {
    path: folder,
    logs,
    lock: path.join(run, 'launcher.lock'),
    state: path.join(run, 'launcher.json'),
    agent: path.join(folder, 'agent'),
  };
};
