import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem, Stopped } from './problem.mjs';
import { killGroup } from './process-group.mjs';

const shownLines = 15;
const patienceMs = 3_000;

/**
 * Runs a tool to its end in a process group of its own. Nothing of it is left when this returns.
 *
 * @param {import('./npm-command.mjs').Command} command
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.environment
 * @param {string} options.logFile gets the tool's whole output: a file, so that a tool whose launcher was killed
 *   does not die half-way of a broken pipe
 * @param {import('./child-registry.mjs').ChildRegistry} options.registry
 * @param {AbortSignal} [options.signal]
 * @throws {Problem} with what the tool said when it fails
 * @throws {Stopped} when the signal was aborted
 */
export const runTask = async ({ file, args }, { name, cwd, environment, logFile, registry, signal }) => {
  if (signal?.aborted) throw new Stopped();
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(file, args, { cwd, env: environment, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  if (child.pid) registry.add(name, child.pid);

  /** @type {NodeJS.Timeout | undefined} */
  let killTimer;
  const stop = () => {
    killGroup(child.pid, 'SIGTERM');
    killTimer = setTimeout(() => killGroup(child.pid, 'SIGKILL'), patienceMs);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [code] = await once(child, 'exit').catch((error) => [error.code]);
    if (signal?.aborted) throw new Stopped();
    if (code !== 0) {
      const details = excerpt(readFileSync(logFile, 'utf8'));
      throw new Problem(`${name} 失败（${code}），详见 ${logFile}`, `${name} failed`, details);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    clearTimeout(killTimer);
    killGroup(child.pid, 'SIGKILL');
    registry.remove(name);
  }
};

/**
 * The lines from the first one that speaks of an error; the last ones where none does.
 *
 * @param {string} output
 */
const excerpt = (output) => {
  const lines = output
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => /\berror\b/i.test(line));
  return first < 0 ? lines.slice(-shownLines) : lines.slice(first, first + shownLines);
};
