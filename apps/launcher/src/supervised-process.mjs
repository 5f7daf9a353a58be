import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Backoff } from './backoff.mjs';
import { openLog } from './log-files.mjs';
import { killGroup } from './process-group.mjs';

/** Exit code of a process that starting again would not help (EX_CONFIG). */
export const exitCodeFinal = 78;

/**
 * @typedef {{ file: string, args: string[], cwd: string, environment: NodeJS.ProcessEnv }} SpawnCommand
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit
 */

/**
 * One long-running child, started again whenever it ends, until told to stop. It leads a process group of its own, so
 * that Ctrl-C on the terminal does not reach it and the order of stopping is ours.
 */
export class SupervisedProcess {
  #options;
  #backoff = new Backoff();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  /** @type {Promise<void>} */
  #ended = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  #restartTimer;
  #isWanted = false;

  /**
   * @param {object} options
   * @param {string} options.name under which the registry knows it
   * @param {() => SpawnCommand} options.command asked anew for each start
   * @param {string} options.logFile
   * @param {import('./child-registry.mjs').ChildRegistry} options.registry
   * @param {boolean} [options.hasChannel] whether the child speaks by IPC
   * @param {(message: any) => void} [options.onMessage]
   * @param {(exit: Exit, delayMs: number) => void} options.onRestart it has ended and will start in `delayMs`
   * @param {(exit: Exit) => boolean} [options.isFinal] whether it shall not be started again after this exit
   */
  constructor(options) {
    this.#options = options;
  }

  /** Starts it, unless it runs already or is about to. */
  start() {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#spawn();
  }

  /**
   * Asks it to end and waits until it has; nothing of its group is left then.
   *
   * @returns {Promise<void>}
   */
  async stop() {
    this.#isWanted = false;
    clearTimeout(this.#restartTimer);
    this.#child?.kill('SIGTERM');
    await this.#ended;
  }

  /** Ends it at once, with its whole group. */
  kill() {
    this.#isWanted = false;
    clearTimeout(this.#restartTimer);
    if (this.#child) killGroup(this.#child.pid, 'SIGKILL');
  }

  #spawn() {
    const startedAt = performance.now();
    try {
      this.#child = this.#spawnWithLog();
      this.#ended = this.#follow(this.#child, startedAt);
    } catch {
      // No descriptor or no process to be had at this moment.
      this.#startAgain({ code: null, signal: null }, startedAt);
    }
  }

  #spawnWithLog() {
    const { name, command, logFile, registry, hasChannel, onMessage } = this.#options;
    const { file, args, cwd, environment } = command();
    const log = openLog(logFile);
    try {
      /** @type {import('node:child_process').StdioOptions} */
      const stdio = hasChannel ? ['ignore', log, log, 'ipc'] : ['ignore', log, log];
      const child = spawn(file, args, { cwd, env: environment, stdio, detached: true });
      if (child.pid) registry.add(name, child.pid);
      if (onMessage) child.on('message', onMessage);
      return child;
    } finally {
      closeSync(log);
    }
  }

  /** @param {import('node:child_process').ChildProcess} child @param {number} startedAt */
  async #follow(child, startedAt) {
    const exit = await waitForExit(child);
    killGroup(child.pid, 'SIGKILL');
    this.#child = undefined;
    this.#options.registry.remove(this.#options.name);
    if (!this.#isWanted) return;
    if (this.#options.isFinal?.(exit)) this.#isWanted = false;
    else this.#startAgain(exit, startedAt);
  }

  /** @param {Exit} exit @param {number} startedAt */
  #startAgain(exit, startedAt) {
    const delayMs = this.#backoff.next(performance.now() - startedAt);
    this.#options.onRestart(exit, delayMs);
    this.#restartTimer = setTimeout(() => this.#spawn(), delayMs);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Exit>} after its last message has been handled; a child that could not be spawned has no code
 */
const waitForExit = async (child) => {
  const closed = once(child, 'close').catch(() => {});
  try {
    const [code, signal] = await once(child, 'exit');
    // The last message may come after the exit; a grandchild that kept the channel must not hold us up.
    await Promise.race([closed, pause(1_000, undefined, { ref: false })]);
    return { code, signal };
  } catch {
    return { code: null, signal: null };
  }
};
