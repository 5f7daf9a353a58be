import { readJson, writeJson } from './json-file.mjs';
import { identify, isRunning } from './process-identity.mjs';
import { signalProcess, stopProcess } from './stop-process.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */

/**
 * The children of one launcher, on disk as well, so that the next launcher finds those that a killed one left.
 * Every child is the leader of a process group of its own.
 */
export class ChildRegistry {
  /** @type {{ launcher?: ProcessIdentity, url?: string, children: Record<string, ProcessIdentity | undefined> }} */
  #state = { children: {} };
  #path;

  /** @param {string} path of the state file */
  constructor(path) {
    this.#path = path;
  }

  /**
   * Stops what a launcher that has died left running, in the order in which it was recorded, last first. Pids that
   * belong to other processes by now are left alone.
   *
   * @returns {Promise<string[]>} the names of the processes stopped
   */
  async stopLeftovers() {
    const left = Object.entries(readJson(this.#path)?.children ?? {}).reverse();
    const stopped = [];
    for (const [name, identity] of left) {
      if (!isRunning(identity)) continue;
      await stopProcess(identity, [
        { signal: 'SIGTERM', waitMs: 10_000 },
        { signal: 'SIGKILL', waitMs: 5_000, wholeGroup: true },
      ]);
      stopped.push(name);
    }
    this.#state = { launcher: identify(process.pid), children: {} };
    writeJson(this.#path, this.#state);
    return stopped;
  }

  /** @param {string} path @returns {string | undefined} the address that the launcher owning `path` has told */
  static readUrl(path) {
    return readJson(path)?.url;
  }

  /** @param {string} url */
  setUrl(url) {
    this.#state.url = url;
    this.#save();
  }

  /**
   * @param {string} name
   * @param {number} pid of a group leader that was just spawned
   */
  add(name, pid) {
    const identity = identify(pid);
    if (identity) this.#state.children[name] = identity;
    this.#save();
  }

  /** @param {string} name */
  remove(name) {
    // Not deleted: a child that is started again keeps its place in the order of stopping.
    this.#state.children[name] = undefined;
    this.#save();
  }

  /** The last resort of a launcher that ends out of turn: no child may outlive it. */
  killAll() {
    for (const identity of Object.values(this.#state.children)) {
      if (identity) signalProcess(identity, 'SIGKILL', { wholeGroup: true });
    }
  }

  #save() {
    try {
      writeJson(this.#path, this.#state);
    } catch {
      // A disk that has become full must not end what runs; the next change is saved again.
    }
  }
}
