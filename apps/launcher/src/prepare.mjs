import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build, isBuildStale } from './build.mjs';
import { ChildRegistry } from './child-registry.mjs';
import { waitForLock } from './held-lock.mjs';
import { install, isInstallStale } from './install.mjs';

/**
 * Installs and builds what is stale. Any number of processes may do so at once: one works, the others wait and then
 * find nothing left to do.
 *
 * @param {string} root of the repository
 * @param {{ screen: import('./screen.mjs').Screen, signal?: AbortSignal }} options
 * @throws {import('./problem.mjs').Problem} when a tool fails
 * @throws {import('./problem.mjs').Stopped} when the signal was aborted
 */
export const prepare = async (root, { screen, signal }) => {
  if (!isInstallStale(root) && !isBuildStale(root)) return;
  const folder = path.join(root, '.nx');
  mkdirSync(folder, { recursive: true });
  const release = await waitForLock(path.join(folder, 'opsgauge-prepare.lock'), {
    signal,
    onWait: ({ pid }) => screen.line(`等待另一个准备过程（${pid}）`, `waiting for another preparation`),
  });
  const registry = new ChildRegistry(path.join(folder, 'opsgauge-prepare.json'));
  const killRest = () => registry.killAll();
  process.once('exit', killRest);
  try {
    // npm or nx of a preparation that was killed may still be writing.
    await registry.stopLeftovers();
    const options = { registry, signal };
    if (isInstallStale(root)) {
      await screen.step('安装依赖', 'Installing dependencies', () => install(root, options));
    }
    if (isBuildStale(root)) await screen.step('构建', 'Building', () => build(root, options));
  } finally {
    process.off('exit', killRest);
    release();
  }
};
