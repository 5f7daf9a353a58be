import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './plain-environment.js';

const program = fileURLToPath(new URL('../../agents/host/dist/opsgauge-agent.js', import.meta.url));

/** The built agent as a process of its own, with its state below a folder. */
export class BuiltAgent {
  output = '';
  private child: ChildProcess | undefined;

  private constructor(private readonly state: string) {}

  /** @throws Error with its own words where it cannot enrol */
  static async enrol(state: string, hub: string, token: string): Promise<BuiltAgent> {
    const child = spawn(process.execPath, [program, 'enroll', '--hub', hub, '--state', state], {
      env: { ...plainEnvironment(), OPSGAUGE_ENROLMENT_TOKEN: token },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [status] = (await once(child, 'close')) as [number | null];
    if (status !== 0) throw new Error(`the agent does not enrol: ${said}`);
    return new BuiltAgent(state);
  }

  /** The hub tells the interval at enrolment; a test has less time. */
  sampleEverySecond(): void {
    const file = path.join(this.state, 'enrolment.json');
    const enrolment = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
    fs.writeFileSync(file, JSON.stringify({ ...enrolment, intervalSeconds: 1 }));
  }

  start(): void {
    this.child = spawn(process.execPath, [program, 'run', '--state', this.state], {
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(name);
    await ended;
  }
}
