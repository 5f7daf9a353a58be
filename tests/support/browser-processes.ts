import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export interface FoundProcess {
  pid: number;
  command: string;
}

/** Every process that names `directory` in its command or environment, or works below it. */
export function processesOf(directory: string): FoundProcess[] {
  return process.platform === 'linux' ? fromProc(directory) : fromPs(directory);
}

function fromProc(directory: string): FoundProcess[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const read = (file: string) => fs.readFileSync(`/proc/${name}/${file}`, 'utf8');
        const command = read('cmdline').replaceAll('\0', ' ').trim();
        // A process that has ended but was not waited for yet has no command any more.
        if (!command) return [];
        const traces = [command, read('environ'), fs.readlinkSync(`/proc/${name}/cwd`)];
        return traces.some((trace) => trace.includes(directory)) ? [{ pid: Number(name), command }] : [];
      } catch {
        // It has ended meanwhile, or is somebody else's.
        return [];
      }
    });
}

function fromPs(directory: string): FoundProcess[] {
  return execFileSync('ps', ['-axww', '-E', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(directory))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim() }))
    .filter(({ pid }) => pid !== process.pid);
}
