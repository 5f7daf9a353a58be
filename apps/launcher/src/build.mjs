import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fingerprintInputs, fingerprintOutputs } from './fingerprint.mjs';
import { readJson, writeJson } from './json-file.mjs';
import { runTask } from './run-task.mjs';

/** @param {string} root */
const stampOf = (root) => path.join(root, '.nx', 'opsgauge-build.json');

/**
 * Tells, without starting nx, whether a source or a built file has changed since the last build.
 *
 * @param {string} root
 * @returns {boolean}
 */
export const isBuildStale = (root) => {
  const stamp = readJson(stampOf(root));
  return stamp?.inputs !== fingerprintInputs(root) || stamp?.outputs !== fingerprintOutputs(root);
};

/**
 * Builds every project that nx finds changed.
 *
 * @param {string} root
 * @param {{ registry: import('./child-registry.mjs').ChildRegistry, signal?: AbortSignal }} options
 */
export const build = async (root, { registry, signal }) => {
  // Taken before the build: a file changed while it runs makes the next start build again.
  const inputs = fingerprintInputs(root);
  const nx = realpathSync(path.join(root, 'node_modules', '.bin', 'nx'));
  const quiet = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1', FORCE_COLOR: '0' };
  await runTask(
    { file: process.execPath, args: [nx, 'run-many', '-t', 'build', '--output-style=static'] },
    {
      name: 'nx build',
      cwd: root,
      environment: { ...process.env, ...quiet },
      logFile: path.join(root, '.nx', 'opsgauge-build.log'),
      registry,
      signal,
    },
  );
  writeJson(stampOf(root), { inputs, outputs: fingerprintOutputs(root) });
};
