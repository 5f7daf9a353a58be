import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', name);

/** Looks every 20 ms until the condition gives something, and gives that. */
export const waitFor = async <T>(what: string, condition: () => T | undefined | false): Promise<T> => {
  for (const deadline = Date.now() + 20_000; ; await pause(20)) {
    const found = condition();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
  }
};

const linuxCommandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** The processes whose command line names the folder: all that a test in that folder has started. */
export const findProcesses = (folder: string): number[] => {
  const rows = existsSync('/proc/self/cmdline')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => [Number(name), linuxCommandLine(Number(name))] as const)
    : spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
        .stdout.split('\n')
        .map((row) => [Number.parseInt(row, 10), row] as const);
  return rows.filter(([, commandLine]) => commandLine.includes(folder)).map(([pid]) => pid);
};

export const makeFolder = (): string => realpathSync(mkdtempSync(path.join(tmpdir(), 'opsgauge-launcher-')));

/** Ends whatever a test has left, by the folder's name in its command line, then the folder itself. */
export const clearFolder = async (folder: string): Promise<void> => {
  await waitFor('processes to end', () => {
    const left = findProcesses(folder);
    left.forEach((pid) => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended in between.
      }
    });
    return left.length === 0;
  });
  rmSync(folder, { recursive: true, force: true });
};

export interface Run {
  child: ChildProcess;
  output: () => string;
  exitCode: Promise<number | null>;
}

/** Runs a script with node and collects what it prints. */
export const runNode = (args: string[], environment: NodeJS.ProcessEnv = {}): Run => {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return {
    child,
    output: () => output,
    exitCode: new Promise((resolve) => child.once('close', resolve)),
  };
};
