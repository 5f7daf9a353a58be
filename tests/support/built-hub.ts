import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { clusterDirectory } from '../../apps/server/src/platform/database/data-directory.js';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import type { Ready } from '../../apps/server/src/platform/supervisor.js';
import { plainEnvironment } from './plain-environment.js';
import { scratchDirectory } from './scratch-directory.js';

const program = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const startsWithinMs = 60_000;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built hub as a process of its own, as the launcher starts it. */
export class BuiltHub {
  output = '';
  errors = '';
  readonly ended: Promise<Ended>;

  private constructor(readonly child: ChildProcess) {
    child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
  }

  /** Starts it; it may well end by itself soon after. */
  static spawn(environment: Record<string, string>): BuiltHub {
    return new BuiltHub(
      fork(program, {
        env: { ...plainEnvironment(), OPSGAUGE_PORT: '0', OPSGAUGE_LOG_LEVEL: 'error', ...environment },
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  /**
   * What it says once it is ready.
   * @throws Error with its own words where it ends instead
   */
  async ready(): Promise<Ready> {
    const message = once(this.child, 'message', { signal: AbortSignal.timeout(startsWithinMs) });
    const [told] = (await Promise.race([
      message,
      this.ended.then(({ code }) => Promise.reject(new Error(`the hub ended with ${code}: ${this.errors}`))),
    ])) as [Ready & { type: string; message?: string }];
    if (told.type !== 'ready') throw new Error(`the hub does not start: ${told.message}`);
    return told;
  }

  signal(name: NodeJS.Signals): Promise<Ended> {
    this.child.kill(name);
    return this.ended;
  }
}

/** A data folder, with everything that runs on it. */
export class HubFolder {
  readonly path = scratchDirectory('opsgauge-process-');
  private readonly hubs: BuiltHub[] = [];

  spawn(environment: Record<string, string> = {}): BuiltHub {
    const hub = BuiltHub.spawn({ OPSGAUGE_DATA_DIR: this.path, ...environment });
    this.hubs.push(hub);
    return hub;
  }

  /** The process id of PostgreSQL while it runs; null when it does not. */
  postgresPid(): number | null {
    if (!new EmbeddedPostgres(this.path).isRunning()) return null;
    const file = path.join(clusterDirectory(this.path), 'postmaster.pid');
    return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  }

  async sql<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client(new EmbeddedPostgres(this.path).connection('opsgauge'));
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Row>(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends whatever runs, however it got there, and takes the folder away. */
  async remove(): Promise<void> {
    await Promise.all(this.hubs.map((hub) => hub.signal('SIGKILL')));
    const postgres = new EmbeddedPostgres(this.path);
    await postgres.stop();
    postgres.remove();
    fs.rmSync(this.path, { recursive: true, force: true });
  }
}
