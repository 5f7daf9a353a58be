import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf, identify } from './process-identity.mjs';
import { signalProcess, stopProcess } from './stop-process.mjs';

/**
 * Stops the embedded PostgreSQL of a data folder if it still runs. The hub does so itself when it ends in order; this
 * is for a hub that was killed, or that is down at the moment of stopping.
 *
 * @param {string} dataPath
 * @param {AbortSignal} [force] aborted: stop at once, PostgreSQL recovers at its next start
 * @returns {Promise<boolean>} whether there was one to stop
 */
export const stopEmbeddedPostgres = async (dataPath, force) => {
  const running = findPostmaster(dataPath);
  if (!running) return false;
  const crash = () => signalProcess(running, 'SIGQUIT');
  force?.addEventListener('abort', crash, { once: true });
  await stopProcess(running, [
    { signal: force?.aborted ? 'SIGQUIT' : 'SIGINT', waitMs: 10_000 },
    { signal: 'SIGQUIT', waitMs: 6_000 },
    { signal: 'SIGKILL', waitMs: 2_000, wholeGroup: true },
  ]);
  force?.removeEventListener('abort', crash);
  return true;
};

/** @param {string} dataPath */
const findPostmaster = (dataPath) => {
  const cluster = findCluster(dataPath);
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  // The pid in an old file may belong to any process by now.
  const commandLine = commandLineOf(pid);
  return commandLine.includes('postgres') && commandLine.includes(cluster) ? identify(pid) : undefined;
};

/** The hub leaves a note where the cluster could not lie in the data folder. @param {string} dataPath */
const findCluster = (dataPath) => {
  const note = path.join(dataPath, 'postgres-is-at.txt');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.join(dataPath, 'postgres');
};
