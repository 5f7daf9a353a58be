import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Columns of /proc/PID/stat from the state on; the name before it may hold blanks and parentheses. */
const statColumns = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const column = { childFaults: 8, userTicks: 11, systemTicks: 12, childUserTicks: 13, childSystemTicks: 14 };

const threadSeconds = (pid: number): number => {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return nanoseconds / 1e9;
};

/** What a process and the children it waited for have cost since it began. */
export interface ProcessCost {
  /** User and system, from /proc/PID/stat: steps of 10 ms, so of little use for an idle process. */
  statSeconds: number;
  /** The same from the scheduler's nanoseconds; threads that ended are not in it. */
  scheduledSeconds: number;
  /** Page faults of children that ended; one that did nothing at all already has some. */
  childFaults: number;
}

export const readProcessCost = (pid: number): ProcessCost => {
  const columns = statColumns(pid);
  const at = (index: number) => Number(columns[index]);
  const ticks =
    at(column.userTicks) + at(column.systemTicks) + at(column.childUserTicks) + at(column.childSystemTicks);
  return {
    statSeconds: ticks / ticksPerSecond,
    scheduledSeconds: threadSeconds(pid),
    childFaults: at(column.childFaults),
  };
};

/** Processes whose parent is this one, now. */
export const countChildren = (pid: number): number => {
  let count = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
    if (children) count += children.split(' ').length;
  }
  return count;
};

/** Resident memory in bytes: all of it, and what no other process shares. */
export const readResident = (pid: number): { residentBytes: number; privateBytes: number } => {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024;
  return { residentBytes: bytes('Rss'), privateBytes: bytes('Private_Dirty') + bytes('Private_Clean') };
};
