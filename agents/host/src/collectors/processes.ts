import type { HostFiles } from '../system/host-files.js';
import type { ImmediateCollector } from './collector.js';

const firstDigit = 48;
const lastDigit = 57;
/** The kernel's name for the first space of process numbers, the host's own. */
const hostProcessSpace = 'pid:[4026531836]';
/** Between two counts of the folders themselves. */
const countAgainMs = 300_000;

const isHostSpace = (files: HostFiles): boolean => {
  try {
    return files.link('/proc/self/ns/pid') === hostProcessSpace;
  } catch {
    return false;
  }
};

const isHiding = (files: HostFiles): boolean => {
  try {
    return /^\S+ \/proc proc \S*\bhidepid=(?!0|off)/m.test(files.read('/proc/self/mounts'));
  } catch {
    return false;
  }
};

const countFolders = (files: HostFiles): number => {
  let count = 0;
  for (const name of files.list('/proc')) {
    const code = name.charCodeAt(0);
    if (code >= firstDigit && code <= lastDigit) count += 1;
  }
  return count;
};

/**
 * How many processes there are: the numbered folders of /proc. On the host itself the number of links of /proc moves
 * with them, so that the folders are listed every five minutes only; in a container it would count the host's.
 */
export const createProcessesCollector = (files: HostFiles): ImmediateCollector => {
  const isHost = isHostSpace(files);
  const isHidden = isHiding(files);
  const limits = [
    ...(isHost ? [] : ['runs in a container: only the processes within it are counted']),
    ...(isHidden ? ['/proc is mounted with hidepid: only own processes are counted'] : []),
  ];
  let others: number | undefined;
  let countedAtMs = 0;

  const count = (atMs: number): number => {
    if (!isHost || isHidden) return countFolders(files);
    if (others === undefined || atMs - countedAtMs > countAgainMs) {
      const found = countFolders(files);
      others = files.linkCount('/proc') - found;
      countedAtMs = atMs;
      return found;
    }
    return files.linkCount('/proc') - others;
  };

  return {
    name: 'processes',
    collect: (atMs) => ({ metrics: { processCount: count(atMs) }, ...(limits.length > 0 && { limits }) }),
  };
};
