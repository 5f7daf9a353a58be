import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './plain-environment.js';

const program = fileURLToPath(new URL('../../agents/host/dist/opsgauge-agent.js', import.meta.url));
const anotherBoot = fileURLToPath(new URL('./another-boot.cjs', import.meta.url));

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

  /** As which the hub knows it. */
  get serverId(): string {
    return this.enrolment().serverId;
  }

  /** The hub tells the interval at enrolment; a test has less time. */
  sampleEverySecond(): void {
    fs.writeFileSync(this.enrolmentFile, JSON.stringify({ ...this.enrolment(), intervalSeconds: 1 }));
  }

  /** @param boot the name of its host's boot; that of this machine, where left out */
  start(boot?: string): void {
    const bootFile = path.join(this.state, 'boot_id');
    if (boot !== undefined) fs.writeFileSync(bootFile, boot);
    const options = boot === undefined ? [] : ['--require', anotherBoot];
    this.child = spawn(process.execPath, [...options, program, 'run', '--state', this.state], {
      env: { ...plainEnvironment(), BOOT_ID_FILE: bootFile },
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

  /** Stops it where it stands, as a suspended machine would. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  private get enrolmentFile(): string {
    return path.join(this.state, 'enrolment.json');
  }

  private enrolment(): { readonly serverId: string } {
    return JSON.parse(fs.readFileSync(this.enrolmentFile, 'utf8')) as { serverId: string };
  }
}
