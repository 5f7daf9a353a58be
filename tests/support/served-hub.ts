import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rawRequest, type RawAnswer, type RawRequest } from './raw-request.js';
import { scratchDirectory } from './scratch-directory.js';

const program = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const adminPassword = 'a-password-for-tests';

interface Told {
  readonly type: 'ready' | 'failed';
  readonly url: string;
  readonly fingerprint?: string;
  readonly message?: string;
}

export interface HubExit {
  readonly code: number | null;
  readonly stderr: string;
}

const begin = (directory: string, environment: Record<string, string>): ChildProcess => {
  const { NODE_OPTIONS: _options, ...own } = process.env;
  return spawn(process.execPath, [program], {
    env: {
      ...own,
      OPSGAUGE_PORT: '0',
      OPSGAUGE_DATA_DIR: directory,
      OPSGAUGE_ADMIN_PASSWORD: adminPassword,
      OPSGAUGE_LOCAL_AGENT: 'off',
      OPSGAUGE_LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
};

/** @returns how a hub ended that cannot start */
export async function runToExit(directory: string, environment: Record<string, string>): Promise<HubExit> {
  const child = begin(directory, environment);
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

/** The built hub as a process of its own, with a data folder and a database of its own. */
export class ServedHub {
  private cookie = '';

  private constructor(
    /** Where it is reached from this machine. */
    readonly url: string,
    readonly fingerprint: string | undefined,
    readonly directory: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(
    environment: Record<string, string>,
    directory = scratchDirectory('opsgauge-hub-'),
  ): Promise<ServedHub> {
    const child = begin(directory, environment);
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk));
    const told = await Promise.race([
      once(child, 'message').then(([message]) => message as Told),
      once(child, 'exit').then(() => undefined),
    ]);
    if (told?.type !== 'ready') throw new Error(`the hub does not start: ${told?.message ?? stderr}`);
    const url = told.url.replace('0.0.0.0', '127.0.0.1');
    return new ServedHub(url, told.fingerprint, directory, child);
  }

  /** @param isKept leaves the data folder, for a hub to come */
  async stop({ isKept = false } = {}): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await ended;
    if (!isKept) fs.rmSync(this.directory, { recursive: true, force: true });
  }

  /** The certificate it made for itself, PEM. */
  get certificate(): string {
    return fs.readFileSync(path.join(this.directory, 'tls', 'certificate.pem'), 'utf8');
  }

  request(requestPath: string, options: RawRequest = {}): Promise<RawAnswer> {
    return rawRequest(this.url, requestPath, options);
  }

  /** @param localAddress to come from, for a hub that tells addresses apart */
  logIn(headers: RawRequest['headers'] = {}, localAddress = '127.0.0.1'): Promise<RawAnswer> {
    const body = { username: 'admin', password: adminPassword };
    return this.request('/api/v1/session', { method: 'POST', headers, body, localAddress });
  }

  /** The answer's JSON, of a request as the administrator's browser sends it. */
  async admin<T>(method: string, requestPath: string, body?: unknown): Promise<T> {
    this.cookie ||= (await this.logIn()).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const headers = { cookie: this.cookie, origin: new URL(this.url).origin };
    const answer = await this.request(requestPath, { method, headers, body });
    if (answer.status > 299) throw new Error(`${method} ${requestPath}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }
}
