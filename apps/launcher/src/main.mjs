import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCommands } from './commands.mjs';
import { readJson } from './json-file.mjs';
import { launch } from './launch.mjs';
import { prepare } from './prepare.mjs';
import { Problem, Stopped } from './problem.mjs';
import { Screen } from './screen.mjs';
import { listenForStop } from './stop-requests.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** `npm start`: ends the process with 0 after an orderly stop, 1 when something is wrong. */
export const start = async () => {
  const requests = listenForStop();
  const screen = new Screen(process.stdout);
  screen.title(`运衡 OpsGauge ${readJson(path.join(root, 'package.json'))?.version}`);
  const code = await launch({
    dataPath: process.env.OPSGAUGE_DATA_DIR || path.join(root, 'data'),
    createCommands: (folder) => createCommands(root, folder),
    prepare: () => prepare(root, { screen, signal: requests.stop }),
    screen,
    requests,
    isLocalAgentOn: process.env.OPSGAUGE_LOCAL_AGENT !== 'off',
  });
  process.exit(code);
};

/**
 * Installs and builds what is stale, nothing else.
 *
 * @param {string[]} args `--quiet`: leave stdout to the caller and tell only what takes longer than a second
 */
export const prepareOnly = async (args) => {
  const requests = listenForStop();
  const screen = args.includes('--quiet')
    ? new Screen(process.stderr, { quietBelowMs: 1_000 })
    : new Screen(process.stdout);
  try {
    await prepare(root, { screen, signal: requests.stop });
  } catch (error) {
    if (!(error instanceof Stopped || error instanceof Problem)) throw error;
    if (error instanceof Problem) screen.problem(error);
    process.exitCode = 1;
  } finally {
    requests.close();
  }
};
