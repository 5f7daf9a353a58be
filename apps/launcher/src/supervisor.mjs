import path from 'node:path';
import { describeExit } from './describe-exit.mjs';
import { stopEmbeddedPostgres } from './embedded-postgres.mjs';
import { toLocalUrl } from './hub-address.mjs';
import { LocalAgent } from './local-agent.mjs';
import { Problem, Stopped } from './problem.mjs';
import { exitCodeFinal, SupervisedProcess } from './supervised-process.mjs';
import { welcome } from './welcome.mjs';

const agentStopMs = 8_000;
const stopMs = 20_000;
const lastWordsMs = 5_000;

/**
 * The hub's messages, by IPC. After `failed` it ends by itself and is not to be started again.
 *
 * @typedef {import('./welcome.mjs').Ready & import('./local-agent.mjs').HubReady} ReadyMessage
 */

/** Runs the hub and the local agent until somebody asks to stop or the hub cannot run. */
export class Supervisor {
  #options;
  #hub;
  #agent;
  /** @type {PromiseWithResolvers<Problem | undefined>} */
  #ending = withResolvers();
  /** @type {PromiseWithResolvers<ReadyMessage>} */
  #firstReady = withResolvers();
  #isAnnounced = false;
  /** @type {Problem | undefined} */
  #failure;
  /** The agent follows one message of the hub after the other. @type {Promise<void>} */
  #following = Promise.resolve();

  /**
   * @param {object} options
   * @param {import('./commands.mjs').Commands} options.commands
   * @param {import('./data-folder.mjs').DataFolder} options.folder
   * @param {import('./child-registry.mjs').ChildRegistry} options.registry
   * @param {import('./screen.mjs').Screen} options.screen
   * @param {AbortSignal} options.stop
   * @param {AbortSignal} options.force
   * @param {boolean} options.isLocalAgentOn
   */
  constructor(options) {
    this.#options = options;
    this.#agent = new LocalAgent(options);
    const { commands, folder, registry, screen } = options;
    const logFile = path.join(folder.logs, 'server.log');
    this.#hub = new SupervisedProcess({
      name: 'hub',
      command: commands.hub,
      logFile,
      registry,
      hasChannel: true,
      onMessage: (message) => this.#hear(message),
      onRestart: (exit, delayMs) => {
        const { chinese, english } = describeExit(exit, delayMs);
        screen.line(`服务${chinese}`, `the hub ${english}; ${logFile}`);
      },
      isFinal: ({ code }) => {
        if (code !== exitCodeFinal && !this.#failure) return false;
        const failure = this.#failure ?? new Problem(`服务无法启动，详见 ${logFile}`, 'the hub cannot start');
        this.#ending.resolve(failure);
        return true;
      },
    });
  }

  /**
   * @returns {Promise<void>} after a stop that was asked for
   * @throws {Problem} when the hub cannot run. Either way nothing is left running.
   */
  async run() {
    const { stop } = this.#options;
    if (stop.aborted) throw new Stopped();
    stop.addEventListener('abort', () => this.#ending.resolve(undefined), { once: true });
    /** @type {Problem | undefined} */
    let failure;
    try {
      this.#hub.start();
      await this.#announce();
      failure = await this.#ending.promise;
    } finally {
      await this.#stopAll(failure !== undefined);
    }
    if (failure) throw failure;
  }

  async #announce() {
    const { screen, isLocalAgentOn, registry } = this.#options;
    const ready = await this.#unlessEnding(screen, '启动服务', 'Starting the hub', this.#firstReady.promise);
    if (!ready) return;
    if (isLocalAgentOn) {
      this.#following = this.#agent.follow(ready);
      await this.#unlessEnding(screen, '启动本机代理', 'Starting the local agent', this.#following);
    }
    registry.setUrl(toLocalUrl(ready.url));
    welcome(screen, ready);
    this.#isAnnounced = true;
  }

  /**
   * @template T
   * @param {import('./screen.mjs').Screen} screen
   * @param {string} chinese
   * @param {string} english
   * @param {Promise<T>} work
   * @returns {Promise<T | undefined>} undefined when the end came first
   */
  async #unlessEnding(screen, chinese, english, work) {
    const ended = this.#ending.promise.then(() => Promise.reject(new Stopped()));
    try {
      return await screen.step(chinese, english, () => Promise.race([work, ended]));
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    }
  }

  /** @param {{ type?: string, message?: unknown } & ReadyMessage} message */
  #hear(message) {
    if (message?.type === 'ready') this.#becomeReady(message);
    if (message?.type === 'failed') {
      this.#failure = new Problem('服务无法启动', String(message.message).replaceAll(/\s*\n\s*/g, ' '));
      setTimeout(() => this.#ending.resolve(this.#failure), lastWordsMs).unref();
    }
  }

  /** @param {ReadyMessage} ready */
  #becomeReady(ready) {
    this.#firstReady.resolve(ready);
    if (!this.#isAnnounced) return;
    this.#options.screen.line('服务已恢复', 'the hub is back');
    if (this.#options.isLocalAgentOn) {
      this.#following = this.#following.then(() => this.#agent.follow(ready)).catch(() => {});
    }
  }

  /** The agent first, so that it can deliver what it has; then the hub, which stops PostgreSQL. */
  async #stopAll(isFailure = false) {
    const { screen, folder } = this.#options;
    const force = AbortSignal.any([this.#options.force, AbortSignal.timeout(stopMs)]);
    const agentForce = AbortSignal.any([force, AbortSignal.timeout(agentStopMs)]);
    onAbort(agentForce, () => this.#agent.kill());
    onAbort(force, () => this.#hub.kill());
    const hint = setTimeout(
      () => screen.line('再按一次 Ctrl-C 立即停止', 'Ctrl-C again stops at once'),
      1_000,
    );
    try {
      const stopInOrder = async () => {
        await this.#agent.stop();
        await this.#following;
        await this.#hub.stop();
        await stopEmbeddedPostgres(folder.path, force);
      };
      // Beside the one line about a failure, the stopping of the rest is of no interest.
      if (isFailure) await stopInOrder();
      else await screen.step('停止', 'Stopping', stopInOrder);
    } finally {
      clearTimeout(hint);
    }
  }
}

/** @param {AbortSignal} signal @param {() => void} action */
const onAbort = (signal, action) => {
  if (signal.aborted) action();
  else signal.addEventListener('abort', action, { once: true });
};

/** @template T @returns {PromiseWithResolvers<T>} */
function withResolvers() {
  /** @type {any} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}
