import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Problem, Stopped } from './problem.mjs';
import { killGroup } from './process-group.mjs';

const keptLines = 15;

/**
 * Runs a tool to its end in a process group of its own. Nothing of it is left when this returns.
 *
 * @param {import('./npm-command.mjs').Command} command
 * @param {{ name: string, cwd: string, environment: NodeJS.ProcessEnv, registry: import('./child-registry.mjs').ChildRegistry, signal?: AbortSignal }} options
 * @throws {Problem} with the tool's last lines when it fails
 * @throws {Stopped} when the signal was aborted
 */
export const runTask = async ({ file, args }, { name, cwd, environment, registry, signal }) => {
  if (signal?.aborted) throw new Stopped();
  const child = spawn(file, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid) registry.add(name, child.pid);
  let output = '';
  const keep = (/** @type {string} */ text) => (output = (output + text).slice(-20_000));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);

  /** @type {NodeJS.Timeout | undefined} */
  let killTimer;
  const stop = () => {
    killGroup(child.pid, 'SIGTERM');
    killTimer = setTimeout(() => killGroup(child.pid, 'SIGKILL'), 3_000);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const [code] = await once(child, 'close').catch((error) => [error.code]);
    if (signal?.aborted) throw new Stopped();
    if (code !== 0) {
      const lines = output.trimEnd().split('\n').slice(-keptLines);
      throw new Problem(`${name} 失败（${code}）`, `${name} failed (${code})`, lines);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    clearTimeout(killTimer);
    killGroup(child.pid, 'SIGKILL');
    registry.remove(name);
  }
};
