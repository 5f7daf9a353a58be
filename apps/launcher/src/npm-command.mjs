import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/** @typedef {{ file: string, args: string[] }} Command */

/**
 * Finds npm: the one that runs us, the one beside this Node, the one on the PATH.
 *
 * @param {{ environment?: NodeJS.ProcessEnv, nodePath?: string }} [options]
 * @returns {Command}
 * @throws {Problem} when there is none
 */
export const findNpm = ({ environment = process.env, nodePath = process.execPath } = {}) => {
  const running = environment.npm_execpath;
  if (running && /^npm(-cli)?\.[cm]?js$/.test(path.basename(running)) && existsSync(running)) {
    return { file: nodePath, args: [running] };
  }
  const searched = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const folder of [path.dirname(nodePath), ...searched]) {
    const npm = path.join(folder, 'npm');
    if (!isExecutable(npm)) continue;
    // The script itself, run by this very Node, rather than by whatever `env node` finds.
    const script = realpathSync(npm);
    return script.endsWith('.js') ? { file: nodePath, args: [script] } : { file: npm, args: [] };
  }
  throw new Problem('找不到 npm，请与 Node.js 一同安装', 'npm was not found; install it with Node.js');
};

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
