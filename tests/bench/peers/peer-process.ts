import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../../support/until.js';
import { readProcessCost, readResident } from '../process-cost.js';

const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin'];

/** Where a program is installed; null where it is not. */
export const installed = (program: string): string | null =>
  folders.map((folder) => path.join(folder, program)).find((file) => fs.existsSync(file)) ?? null;

/** Somebody else's program, run to be measured beside ours. */
export class PeerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(program: string, parameters: string[]): Promise<PeerProcess> {
    const child = spawn(program, parameters, { stdio: 'ignore' });
    await once(child, 'spawn');
    return new PeerProcess(child);
  }

  /** Of it and the processes it keeps. */
  cpuSeconds(): number {
    return this.pids().reduce((sum, pid) => sum + readProcessCost(pid).scheduledSeconds, 0);
  }

  /** The sum of its processes' resident memory less what they share with each other. */
  residentBytes(): number {
    const [first, ...rest] = this.pids().map(readResident);
    return rest.reduce((sum, { privateBytes }) => sum + privateBytes, first!.residentBytes);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  private pids(): number[] {
    const pid = this.child.pid!;
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...children.split(' ').filter(Boolean).map(Number)];
  }
}

/** Waits until a peer answers. */
export const answering = (url: string): Promise<unknown> =>
  until(`${url} answers`, async () => (await fetch(url)).ok, 30_000);
