import { ChildRegistry } from './child-registry.mjs';
import { openDataFolder } from './data-folder.mjs';
import { stopEmbeddedPostgres } from './embedded-postgres.mjs';
import { tryLock } from './held-lock.mjs';
import { keepLogsShort } from './log-files.mjs';
import { Problem, Stopped } from './problem.mjs';
import { Supervisor } from './supervisor.mjs';

/**
 * The whole of `npm start`.
 *
 * @param {object} options
 * @param {string} options.dataPath
 * @param {(folder: import('./data-folder.mjs').DataFolder) => import('./commands.mjs').Commands} options.createCommands
 * @param {() => Promise<void>} options.prepare installs and builds what is stale
 * @param {import('./screen.mjs').Screen} options.screen
 * @param {{ stop: AbortSignal, force: AbortSignal }} options.requests
 * @param {boolean} options.isLocalAgentOn
 * @returns {Promise<number>} the exit code
 */
export const launch = async (options) => {
  const { screen } = options;
  try {
    await launchOwned(options);
    return 0;
  } catch (error) {
    if (error instanceof Stopped) {
      screen.line('已停止', 'Stopped');
      return 0;
    }
    screen.problem(error instanceof Problem ? error : unexpected(error));
    return 1;
  }
};

/** @param {Parameters<typeof launch>[0]} options */
const launchOwned = async ({ dataPath, createCommands, prepare, screen, requests, isLocalAgentOn }) => {
  const folder = openDataFolder(dataPath);
  const release = own(folder);
  const registry = new ChildRegistry(folder.state);
  const killRest = () => registry.killAll();
  process.once('exit', killRest);
  try {
    const stopped = await registry.stopLeftovers();
    if (stopped.length > 0) screen.line(`已停止上次遗留的进程：${stopped.join('、')}`, 'leftovers stopped');
    await prepare();
    const stopRotating = keepLogsShort([folder.logs, folder.path]);
    const commands = createCommands(folder);
    const supervisor = new Supervisor({ commands, folder, registry, screen, isLocalAgentOn, ...requests });
    await supervisor.run().finally(stopRotating);
  } finally {
    // A launcher and a hub that were killed leave PostgreSQL to the next hub, which a failed build never starts.
    await stopEmbeddedPostgres(folder.path, requests.force);
    process.off('exit', killRest);
    release();
  }
};

/**
 * @param {import('./data-folder.mjs').DataFolder} folder
 * @returns {() => void}
 */
const own = (folder) => {
  const attempt = tryLock(folder.lock);
  if ('release' in attempt) return attempt.release;
  const url = ChildRegistry.readUrl(folder.state);
  const { pid } = attempt.holder;
  throw new Problem(
    `OpsGauge 已在运行（进程 ${pid}）${url ? `：${url}` : ''}`,
    `already running on this data folder${url ? ` at ${url}` : ''}`,
  );
};

/** @param {unknown} error */
const unexpected = (error) => {
  const { message, stack } = /** @type {Error} */ (error);
  return new Problem(`启动失败：${message}`, 'the launcher failed', (stack ?? '').split('\n').slice(1, 6));
};
