import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { clusterDirectory, isRoot, socketDirectory, unprivilegedId } from './data-directory.js';
import { postgresBinaries } from './postgres-binaries.js';

/** Settings that measured well for telemetry on one machine. */
const settings = {
  listen_addresses: '',
  max_connections: '60',
  jit: 'off',
  io_method: 'sync',
  wal_compression: 'pglz',
  shared_buffers: '256MB',
  checkpoint_timeout: '30min',
  max_wal_size: '4GB',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;

const superuser = 'opsgauge';
const port = 5432;

/**
 * The embedded PostgreSQL: the real server, reachable through a socket only, for the hub's own user only. It is
 * detached from the hub, so that a killed hub does not take the database with it; the next one adopts it.
 */
export class EmbeddedPostgres {
  private readonly clusterDirectory: string;
  private readonly socketDirectory: string;
  private watch: NodeJS.Timeout | undefined;
  private spawned: ChildProcess | undefined;
  private isStopping = false;

  /** @param onRestart told when the database died and was started again */
  constructor(
    private readonly dataDirectory: string,
    private readonly onRestart: (reason: string) => void = () => {},
  ) {
    fs.mkdirSync(dataDirectory, { recursive: true, mode: 0o755 });
    this.clusterDirectory = clusterDirectory(dataDirectory);
    this.socketDirectory = socketDirectory(dataDirectory);
  }

  /** Where clients connect; `database` need not exist yet. */
  connection(database: string): pg.ClientConfig {
    return { host: this.socketDirectory, port, user: superuser, database };
  }

  /**
   * Initialises the cluster if there is none, adopts a server that is still running, else starts one; returns when it
   * takes connections, and from then on starts it again should it die.
   */
  async start(): Promise<void> {
    this.isStopping = false;
    const bin = postgresBinaries();
    this.prepareDirectories();
    if (!this.isInitialised()) this.initialise(bin);
    this.writeAuthentication();
    await this.launch(bin);
    this.watch = setInterval(() => void this.relaunchIfDead(bin), 500);
  }

  /** Whether there is a cluster. */
  isInitialised(): boolean {
    return fs.existsSync(path.join(this.clusterDirectory, 'PG_VERSION'));
  }

  /** Whether a server of this cluster runs, whoever started it. */
  isRunning(): boolean {
    return this.runningPid() !== null;
  }

  /**
   * Stops it (fast shutdown: open transactions are rolled back) and waits until its process is gone; also one that is
   * just being started and has not written its process id yet.
   */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.watch);
    const pid = this.runningPid() ?? this.spawnedPid();
    if (pid === null) return;
    process.kill(pid, 'SIGINT');
    await until(() => !isAlive(pid), 20_000, 'PostgreSQL did not stop');
  }

  /** Takes the stopped cluster away, wherever it lies. */
  remove(): void {
    for (const directory of [this.clusterDirectory, this.socketDirectory]) {
      fs.rmSync(directory, { recursive: true, force: true });
    }
  }

  /** Makes the database if it does not exist. */
  async ensureDatabase(name: string): Promise<void> {
    const client = new pg.Client(this.connection('postgres'));
    await client.connect();
    try {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  private identity(): { uid?: number; gid?: number } {
    return isRoot() ? { uid: unprivilegedId, gid: unprivilegedId } : {};
  }

  private prepareDirectories(): void {
    fs.mkdirSync(path.dirname(this.clusterDirectory), { recursive: true, mode: 0o755 });
    for (const directory of [this.clusterDirectory, this.socketDirectory]) this.makePrivate(directory);
  }

  private makePrivate(directory: string): void {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { uid, gid } = this.identity();
    const owner = uid ?? process.getuid?.() ?? 0;
    if (uid !== undefined && gid !== undefined) fs.lchownSync(directory, uid, gid);
    const found = fs.lstatSync(directory);
    if (!found.isDirectory() || found.uid !== owner) {
      throw new Error(`${directory} belongs to somebody else; remove it and start again`);
    }
    fs.chmodSync(directory, 0o700);
  }

  private initialise(bin: string): void {
    // Begun elsewhere, so that one that was killed half-way is never taken for a cluster.
    const unfinished = `${this.clusterDirectory}.unfinished`;
    fs.rmSync(unfinished, { recursive: true, force: true });
    this.makePrivate(unfinished);
    const options = ['-D', unfinished, '-U', superuser, '-A', 'peer', '-E', 'UTF8'];
    const { status, error, stderr } = spawnSync(
      path.join(bin, 'initdb'),
      [...options, '--locale=C.UTF-8', '--no-instructions'],
      { ...this.identity(), cwd: '/', env: this.environment(), encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`initdb failed: ${(error?.message ?? stderr).trim()}`);
    fs.renameSync(unfinished, this.clusterDirectory);
  }

  /** Only the hub's own system user is let in, and as the one database user there is. */
  private writeAuthentication(): void {
    const user = os.userInfo().username;
    const write = (name: string, text: string) => {
      const file = path.join(this.clusterDirectory, name);
      fs.writeFileSync(file, text, { mode: 0o600 });
      const { uid, gid } = this.identity();
      if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
    };
    write('pg_hba.conf', 'local all all peer map=hub\n');
    write('pg_ident.conf', `hub "${user}" ${superuser}\n`);
  }

  private environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  }

  private async launch(bin: string): Promise<void> {
    if (this.runningPid() === null) this.spawnServer(bin);
    await until(
      () => this.isAnswering(),
      60_000,
      'PostgreSQL does not answer',
      () => this.lastLogLines(),
    );
  }

  private spawnServer(bin: string): void {
    if (this.isStopping) throw new Error('PostgreSQL is being stopped');
    const log = fs.openSync(path.join(this.dataDirectory, 'postgres.log'), 'a', 0o600);
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(
      path.join(bin, 'postgres'),
      ['-D', this.clusterDirectory, '-k', this.socketDirectory, '-p', String(port), ...given],
      { ...this.identity(), cwd: '/', env: this.environment(), stdio: ['ignore', log, log], detached: true },
    );
    // A server that cannot even be spawned is told by the log line that `launch` waits for in vain.
    child.on('error', (error) =>
      fs.appendFileSync(path.join(this.dataDirectory, 'postgres.log'), `${error.message}\n`),
    );
    child.unref();
    this.spawned = child;
    fs.closeSync(log);
  }

  private isRelaunching = false;

  private async relaunchIfDead(bin: string): Promise<void> {
    if (this.isRelaunching || this.runningPid() !== null) return;
    this.isRelaunching = true;
    try {
      await this.launch(bin);
      this.onRestart('PostgreSQL had stopped and was started again');
    } catch (error) {
      this.onRestart(`PostgreSQL has stopped and does not start: ${(error as Error).message}`);
    } finally {
      this.isRelaunching = false;
    }
  }

  private spawnedPid(): number | null {
    const { pid, exitCode, signalCode } = this.spawned ?? {};
    return pid !== undefined && exitCode === null && signalCode === null ? pid : null;
  }

  /** The postmaster's process id by its own pid file, if that process is alive and really is this cluster's. */
  private runningPid(): number | null {
    let lines: string[];
    try {
      lines = fs.readFileSync(path.join(this.clusterDirectory, 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      return null;
    }
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) && isPostgres(pid) ? pid : null;
  }

  private async isAnswering(): Promise<boolean> {
    const client = new pg.Client({ ...this.connection('postgres'), connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      // A server that died with its predecessor's children still alive gives up at once and has to be tried again.
      if (this.runningPid() === null) await this.respawn();
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  private async respawn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (this.runningPid() === null) this.spawnServer(postgresBinaries());
  }

  private lastLogLines(): string {
    try {
      return fs
        .readFileSync(path.join(this.dataDirectory, 'postgres.log'), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(-3)
        .join(' | ');
    } catch {
      return '';
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A pid file outlives a crash of the machine, and its number may be somebody else's by then. */
function isPostgres(pid: number): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

async function until(
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
  complaint: string,
  details: () => string = () => '',
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`${complaint} ${details()}`.trim());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
