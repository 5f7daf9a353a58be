import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SampleInput } from '../../libs/contract/src/index.js';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = (name: string) => path.join(root, 'apps/server/dist', name);
const startMs = 90_000;
export const hubPassword = 'a-password-for-tests';

/** Variables of the test runner would make its children others than those of a user. */
function environmentOf(dataDirectory: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, JEST_WORKER_ID: _worker, NODE_OPTIONS: _options, ...rest } = process.env;
  const others = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('OPSGAUGE_')));
  return { ...others, OPSGAUGE_DATA_DIR: dataDirectory, OPSGAUGE_LOG_LEVEL: 'error', ...more };
}

/** What a command of `maintenance.ts` said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what `npm run verify|backup|restore -- ARGUMENT` runs. */
export function maintain(dataDirectory: string, verb: string, argument: string): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [built('maintenance.js'), verb, argument],
      { env: environmentOf(dataDirectory) },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

/** The built hub in a process of its own, with the embedded database of its data folder. */
export class HubProcess {
  private cookie: string | undefined;

  private constructor(
    readonly url: string,
    readonly enrolmentToken: string,
    private readonly dataDirectory: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(dataDirectory: string): Promise<HubProcess> {
    const child = fork(built('main.js'), [], {
      env: environmentOf(dataDirectory, {
        OPSGAUGE_PORT: '0',
        OPSGAUGE_ADMIN_PASSWORD: hubPassword,
      }),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await once(child, 'message', { signal: AbortSignal.timeout(startMs) })) as [
      { type: string; url: string; enrolmentToken: string; message?: string },
    ];
    if (message.type !== 'ready') throw new Error(`the hub does not start: ${message.message}`);
    return new HubProcess(message.url, message.enrolmentToken, dataDirectory, child);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Of the administrator's login, for what speaks to the hub by itself. */
  async cookieOfAdmin(): Promise<string> {
    return (this.cookie ??= await this.logIn());
  }

  /** As a power cut of the process: nothing is closed, the database goes on. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await new EmbeddedPostgres(this.dataDirectory).stop();
  }

  async get<T>(route: string): Promise<T> {
    const cookie = await this.cookieOfAdmin();
    const response = await fetch(new URL(route, this.url), { headers: { cookie } });
    if (!response.ok) throw new Error(`GET ${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async post<T>(route: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(new URL(route, this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  report(credential: string, samples: SampleInput[]): Promise<unknown> {
    const body = { sentAt: new Date().toISOString(), agentVersion: '0.1.0', samples };
    return this.post('/api/v1/agent/reports', body, { authorization: `Bearer ${credential}` });
  }

  private async logIn(): Promise<string> {
    const response = await fetch(new URL('/api/v1/session', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: hubPassword }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || !cookie) throw new Error(`login: ${response.status}`);
    return cookie;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
