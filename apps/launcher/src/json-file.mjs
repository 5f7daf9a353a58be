import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * @param {string} path
 * @returns {any} undefined when the file is missing, unreadable or not JSON
 */
export const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Writes so that a reader, or a crash, finds either the old file or the new one, whole.
 *
 * @param {string} path
 * @param {unknown} value
 */
export const writeJson = (path, value) => {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};
