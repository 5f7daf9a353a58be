import {
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';

const defaults = { maxBytes: 20 * 1024 * 1024, keep: 3 };

/**
 * @param {string} file
 * @returns {number} a descriptor that appends, for a child's output
 */
export const openLog = (file) =>
  openSync(file, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600);

/**
 * Moves a log that has grown too big to `FILE.1`, the older ones to `FILE.2`, `FILE.3`. The file is copied and cut,
 * not renamed, because the child goes on writing to the descriptor that it has.
 *
 * @param {string} file
 * @param {{ maxBytes: number, keep: number }} [limits]
 * @returns {boolean} whether it was rotated
 */
export const rotateLog = (file, { maxBytes, keep } = defaults) => {
  if (!existsSync(file) || statSync(file).size <= maxBytes) return false;
  for (let number = keep - 1; number >= 1; number -= 1) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
  return true;
};

/**
 * Rotates the logs of some folders each minute until closed.
 *
 * @param {string[]} folders
 * @returns {() => void} ends it
 */
export const keepLogsShort = (folders) => {
  const rotateAll = () => {
    try {
      for (const folder of folders) {
        const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
        logs.forEach((name) => rotateLog(path.join(folder, name)));
      }
    } catch {
      // A full disk must not end the launcher: the next minute tries again.
    }
  };
  rotateAll();
  const timer = setInterval(rotateAll, 60_000);
  return () => clearInterval(timer);
};
