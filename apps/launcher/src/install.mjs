import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson, writeJson } from './json-file.mjs';
import { findNpm } from './npm-command.mjs';
import { Problem } from './problem.mjs';
import { runTask } from './run-task.mjs';

/** @param {string} root */
const filesOf = (root) => ({
  lock: path.join(root, 'package-lock.json'),
  installed: path.join(root, 'node_modules', '.package-lock.json'),
  stamp: path.join(root, 'node_modules', '.opsgauge-install'),
});

/** @param {string} file */
const sha256 = (file) =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;

/** @param {string} root */
const describeInstall = (root) => {
  const { lock, installed } = filesOf(root);
  return {
    lockSha256: sha256(lock),
    // npm writes it last: without it an install was cut off, with another one somebody has installed by hand.
    installedSha256: sha256(installed),
    platform: `${process.platform}-${process.arch}`,
  };
};

/**
 * Tells whether node_modules holds what package-lock.json asks for.
 *
 * @param {string} root
 * @returns {boolean}
 * @throws {Problem} when there is no lock file
 */
export const isInstallStale = (root) => {
  const { stamp } = filesOf(root);
  const now = describeInstall(root);
  if (!now.lockSha256)
    throw new Problem('缺少 package-lock.json', `there is no package-lock.json in ${root}`);
  if (!now.installedSha256) return true;
  if (JSON.stringify(readJson(stamp)) === JSON.stringify(now)) return false;
  if (!holdsWhatLockAsks(root)) return true;
  stampInstall(root);
  return false;
};

/**
 * `npm ci`, with the tools for the build whatever NODE_ENV says.
 *
 * @param {string} root
 * @param {{ registry: import('./child-registry.mjs').ChildRegistry, signal?: AbortSignal }} options
 */
export const install = async (root, { registry, signal }) => {
  const npm = findNpm();
  const args = [...npm.args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runTask(
    { file: npm.file, args },
    {
      name: 'npm ci',
      cwd: root,
      environment: process.env,
      logFile: path.join(root, '.nx', 'opsgauge-install.log'),
      registry,
      signal,
    },
  );
  stampInstall(root);
};

/** @param {string} root */
const stampInstall = (root) => writeJson(filesOf(root).stamp, describeInstall(root));

/**
 * Compares npm's own record of what it installed with the lock, package by package; optional packages of other
 * platforms may be absent.
 *
 * @param {string} root
 */
const holdsWhatLockAsks = (root) => {
  const { lock, installed } = filesOf(root);
  const asked = readJson(lock)?.packages ?? {};
  const present = readJson(installed)?.packages ?? {};
  const isSame = (/** @type {string} */ name) =>
    asked[name]?.version === present[name]?.version && asked[name]?.integrity === present[name]?.integrity;
  return (
    Object.keys(present).every((name) => name in asked && isSame(name)) &&
    Object.keys(asked).every((name) => name === '' || name in present || asked[name].optional)
  );
};
