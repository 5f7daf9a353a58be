import { toPercent, toWhole } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

const availableBytes = (information: Map<string, number>): number | undefined => {
  const available = information.get('MemAvailable');
  if (available !== undefined) return available;
  // Kernels before 3.14 do not estimate it.
  const free = information.get('MemFree');
  if (free === undefined) return undefined;
  const part = (name: string) => information.get(name) ?? 0;
  return free + part('Buffers') + part('Cached') + part('SReclaimable') - part('Shmem');
};

/** Memory in use: all but what the kernel says is available to programs (caches count as available). */
export const createMemoryCollector = (
  readInformation: (atMs: number) => Map<string, number>,
): ImmediateCollector => ({
  name: 'memory',
  collect: (atMs) => {
    const information = readInformation(atMs);
    const total = information.get('MemTotal');
    const available = availableBytes(information);
    if (!total || available === undefined)
      throw new Error('/proc/meminfo tells neither total nor available memory');
    const used = Math.max(0, total - available);
    return {
      metrics: { memoryUsedBytes: toWhole(used), memoryUsedPercent: toPercent((100 * used) / total) },
    };
  },
});
