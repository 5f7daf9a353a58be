import type { HostFiles } from '../system/host-files.js';
import { toPercent, toWhole } from '../system/round.js';
import type { Collector } from './collector.js';
import { readMemoryInformation } from './memory-information.js';

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
export const createMemoryCollector = (files: HostFiles): Collector => ({
  name: 'memory',
  collect: () => {
    const information = readMemoryInformation(files);
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
