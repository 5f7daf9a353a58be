import fs from 'node:fs';
import path from 'node:path';
import { clusterDirectory } from '../../apps/server/src/platform/database/data-directory.js';
import { readProcessCost } from './process-cost.js';

/** The postmaster of a data folder and its children that are still running. */
export function postgresProcesses(dataDirectory: string): number[] {
  const file = path.join(clusterDirectory(dataDirectory), 'postmaster.pid');
  const postmaster = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim();
  return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
}

/** CPU seconds that the PostgreSQL of a data folder has used since it started, with those of its children that ended. */
export const postgresSeconds = (dataDirectory: string): number =>
  postgresProcesses(dataDirectory).reduce((sum, pid) => sum + secondsOf(pid), 0);

/** One that ended since it was listed is counted with the postmaster's the next time. */
function secondsOf(pid: number): number {
  try {
    return readProcessCost(pid).statSeconds;
  } catch {
    return 0;
  }
}
