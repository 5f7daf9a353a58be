import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import path from 'node:path';
import { toLocalUrl } from './hub-address.mjs';
import { openLog } from './log-files.mjs';
import { killGroup } from './process-group.mjs';
import { describeExit } from './describe-exit.mjs';
import { exitCodeFinal, SupervisedProcess } from './supervised-process.mjs';

/** @typedef {{ url: string, isLocalAgentEnrolled: boolean, enrolmentToken?: string, fingerprint?: string }} HubReady */

/** Wrong settings and a lost enrolment (see the agent's own exit codes) stay so until somebody acts. */
const finalExitCodes = /** @type {Set<number | null>} */ (new Set([2, 3, exitCodeFinal]));

/** The agent of this very machine: enrolled by itself, then kept running. */
export class LocalAgent {
  #commands;
  #screen;
  #registry;
  #logFile;
  #process;
  /** @type {number | undefined} */
  #enrollingPid;
  #isStopped = false;

  /**
   * @param {object} options
   * @param {import('./commands.mjs').Commands} options.commands
   * @param {import('./data-folder.mjs').DataFolder} options.folder
   * @param {import('./child-registry.mjs').ChildRegistry} options.registry
   * @param {import('./screen.mjs').Screen} options.screen
   */
  constructor({ commands, folder, registry, screen }) {
    this.#commands = commands;
    this.#screen = screen;
    this.#registry = registry;
    this.#logFile = path.join(folder.logs, 'agent.log');
    this.#process = new SupervisedProcess({
      name: 'agent',
      command: commands.runAgent,
      logFile: this.#logFile,
      registry,
      onRestart: (exit, delayMs) => {
        const { chinese, english } = describeExit(exit, delayMs);
        screen.line(`本机代理${chinese}`, `the local agent ${english}`);
      },
      isFinal: ({ code }) => {
        const isFinal = finalExitCodes.has(code);
        if (isFinal) this.#tellTrouble('本机代理无法运行', 'the local agent cannot run');
        return isFinal;
      },
    });
  }

  /**
   * Brings the agent up beside a hub that has become ready. A hub with a new database does not know the agent any
   * more: then it is enrolled again.
   *
   * @param {HubReady} ready
   */
  async follow(ready) {
    const isEnrolled = this.#commands.isAgentEnrolled(toLocalUrl(ready.url), ready.fingerprint);
    if (!isEnrolled || !ready.isLocalAgentEnrolled) {
      await this.#process.stop();
      if (!(await this.#enrol(ready))) return;
    }
    if (!this.#isStopped) this.#process.start();
  }

  /** Asks it to end, for good, and waits until it has. */
  async stop() {
    this.#isStopped = true;
    killGroup(this.#enrollingPid, 'SIGTERM');
    await this.#process.stop();
  }

  /** Ends it at once. */
  kill() {
    this.#isStopped = true;
    killGroup(this.#enrollingPid, 'SIGKILL');
    this.#process.kill();
  }

  /** @param {HubReady} ready @returns {Promise<boolean>} */
  async #enrol({ url, enrolmentToken, fingerprint }) {
    if (this.#isStopped) return false;
    if (!enrolmentToken) {
      this.#tellTrouble('服务未给出注册令牌', 'the hub gave no enrolment token');
      return false;
    }
    const code = await this.#runOnce(this.#commands.enrolAgent(toLocalUrl(url), enrolmentToken, fingerprint));
    if (code !== 0 && !this.#isStopped)
      this.#tellTrouble('本机代理注册失败', 'enrolling the local agent failed');
    return code === 0;
  }

  /**
   * @param {import('./supervised-process.mjs').SpawnCommand} command
   * @returns {Promise<number | null>} its exit code
   */
  async #runOnce({ file, args, cwd, environment }) {
    const log = openLog(this.#logFile);
    const child = spawn(file, args, { cwd, env: environment, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    this.#enrollingPid = child.pid;
    if (child.pid) this.#registry.add('enrolment', child.pid);
    const [code] = await once(child, 'exit').catch(() => [null]);
    this.#enrollingPid = undefined;
    this.#registry.remove('enrolment');
    return code;
  }

  /** @param {string} chinese @param {string} english */
  #tellTrouble(chinese, english) {
    this.#screen.line(`${chinese}，详见 ${this.#logFile}`, english);
  }
}
