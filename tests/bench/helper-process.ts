import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from '../support/plain-environment.js';

const loader = fileURLToPath(new URL('../support/run-typescript.mjs', import.meta.url));

/** A program of the benchmarks in a process of its own, so that its work is not counted as the hub's. */
export class HelperProcess<Told> {
  private constructor(private readonly child: ChildProcess) {}

  /** @param options handed over as the program's first message */
  static async start<Told>(program: URL, options: object): Promise<HelperProcess<Told>> {
    const child = fork(loader, [fileURLToPath(program)], {
      env: plainEnvironment(),
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ready = once(child, 'message');
    child.send(options);
    await Promise.race([
      ready,
      once(child, 'exit').then(() => Promise.reject(new Error(`${program.pathname} ended`))),
    ]);
    return new HelperProcess<Told>(child);
  }

  /** Ends it; what it has to say. */
  async finish(): Promise<Told> {
    const told = once(this.child, 'message');
    this.child.send('finish');
    const [message] = (await told) as [Told];
    this.child.kill();
    return message;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

/** The other side: runs a program with its options; it returns what ends it and says the last word. */
export function runHelper<Options, Told>(
  begin: (options: Options) => Promise<() => Promise<Told> | Told>,
): void {
  process.once('message', (options: Options) => {
    void begin(options).then((finish) => {
      process.once('message', () => void Promise.resolve(finish()).then((told) => process.send!(told)));
      process.send!('ready');
    });
  });
}
