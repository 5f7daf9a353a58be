import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeEnvironment, nodeFlags } from '../../../agents/host/src/install/service-unit.js';
import { plainEnvironment } from '../../support/plain-environment.js';
import type { ReceiverProcess } from './receiver-process.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../../../agents/host/dist/opsgauge-agent.js', import.meta.url));

/** The built agent, enrolled at a receiver and run as its service runs it. */
export class BenchAgent {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly node: string,
    readonly state: string,
  ) {}

  static async enrol(receiver: ReceiverProcess, node: string): Promise<BenchAgent> {
    const agent = new BenchAgent(node, mkdtempSync(join(tmpdir(), 'opsgauge-bench-')));
    const { address, fingerprint } = receiver;
    const parameters = ['enroll', '--hub', address, '--token', 'bench-token', '--fingerprint', fingerprint];
    await run(node, [program, ...parameters, '--state', agent.state], { env: plainEnvironment() });
    return agent;
  }

  /** One sample of this host, as `once --json` prints it. */
  async takeSample(): Promise<object> {
    const { stdout } = await run(this.node, [program, 'once', '--json'], { env: plainEnvironment() });
    return JSON.parse(stdout) as object;
  }

  /** @returns the process id */
  start(): number {
    this.child = spawn(this.node, [...nodeFlags, program, 'run', '--state', this.state], {
      env: { ...plainEnvironment(), ...nodeEnvironment, OPSGAUGE_AGENT_TARGETS: 'none' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return this.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.state, { recursive: true, force: true });
  }
}
