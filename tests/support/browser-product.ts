import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import { Api } from './browser-api.js';
import { processesOf, type FoundProcess } from './browser-processes.js';
import { freePort } from './free-port.js';
import { scratchDirectory } from './scratch-directory.js';
import { until } from './until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startMs = 90_000;

export const adminPassword = 'a-password-for-tests';

/** The whole product as `npm start` runs it, on a free port with a data folder of its own. */
export class Product {
  private output = '';

  private constructor(
    readonly url: string,
    readonly api: Api,
    readonly directory: string,
    private readonly launcher: ChildProcess,
  ) {
    launcher.stdout?.on('data', (chunk: Buffer) => (this.output += chunk));
    launcher.stderr?.on('data', (chunk: Buffer) => (this.output += chunk));
  }

  /** @param environment further variables for the product, e.g. `OPSGAUGE_LOCAL_AGENT` */
  static async start(environment: Record<string, string> = {}): Promise<Product> {
    const directory = scratchDirectory('opsgauge-e2e-');
    const port = await freePort();
    const launcher = spawn(process.execPath, [path.join(root, 'apps/launcher/start.mjs')], {
      cwd: root,
      env: {
        ...withoutJest(),
        OPSGAUGE_PORT: String(port),
        OPSGAUGE_DATA_DIR: directory,
        OPSGAUGE_ADMIN_PASSWORD: adminPassword,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const url = `http://127.0.0.1:${port}`;
    const product = new Product(url, new Api(url, adminPassword), directory, launcher);
    try {
      await product.waitForAddress();
    } catch (error) {
      await product.end();
      throw error;
    }
    return product;
  }

  /** Where clients reach the product's database. */
  database(): pg.ClientConfig {
    return new EmbeddedPostgres(this.directory).connection('opsgauge');
  }

  /** The process of the hub or the local agent, as the launcher recorded it. */
  pidOf(child: 'hub' | 'agent'): number {
    const file = path.join(this.directory, 'run', 'launcher.json');
    const { children } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      children: Record<string, { pid: number } | undefined>;
    };
    const pid = children[child]?.pid;
    if (pid === undefined) throw new Error(`the launcher runs no ${child}`);
    return pid;
  }

  /**
   * Ends it as Ctrl-C does.
   *
   * @throws Error where it does not end in order or leaves a process behind
   */
  async stop(): Promise<void> {
    const { code, left } = await this.end();
    if (code !== 0) throw new Error(`the launcher ended with ${code}: ${this.output}`);
    if (left.length) throw new Error(`left running: ${JSON.stringify(left)}`);
    fs.rmSync(String(this.database().host), { recursive: true, force: true });
    fs.rmSync(this.directory, { recursive: true, force: true });
  }

  private async end(): Promise<{ code: number | null; left: FoundProcess[] }> {
    const { launcher } = this;
    if (launcher.exitCode === null && launcher.signalCode === null) {
      const ended = once(launcher, 'exit');
      launcher.kill('SIGINT');
      await ended;
    }
    const left = processesOf(this.directory);
    left.forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
    return { code: launcher.exitCode, left };
  }

  private async waitForAddress(): Promise<void> {
    const { launcher } = this;
    const isThere = () => this.output.includes(`Address     ${this.url}`);
    await until('the product starts or ends', () => isThere() || launcher.exitCode !== null, startMs);
    if (!isThere()) throw new Error(`the product does not start: ${this.output}`);
  }
}

/** Variables of the test runner would make the product's processes others than those of a user. */
const withoutJest = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _mode, JEST_WORKER_ID: _worker, NODE_OPTIONS: _options, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('OPSGAUGE_')));
};
