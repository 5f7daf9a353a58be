import type { HostFiles } from '../system/host-files.js';
import type { Collector } from './collector.js';
import { createCpuCollector } from './cpu.js';
import { createDisksCollector } from './disks.js';
import { createInterfacesCollector } from './interfaces.js';
import { createLoadCollector } from './load.js';
import { createMemoryReader } from './memory-information.js';
import { createMemoryCollector } from './memory.js';
import { createMountsCollector } from './mounts.js';
import { createProcessesCollector } from './processes.js';
import { createSwapCollector } from './swap.js';
import { createTcpCollector } from './tcp.js';
import { createUptimeCollector } from './uptime.js';

/** Every collector of an ordinary tick on Linux. None of them starts a process. */
export const createHostCollectors = (files: HostFiles): Collector[] => {
  const readMemory = createMemoryReader(files);
  return [
    createCpuCollector(files),
    createLoadCollector(files),
    createMemoryCollector(readMemory),
    createSwapCollector(readMemory),
    createDisksCollector(files),
    createInterfacesCollector(files),
    createTcpCollector(files),
    createProcessesCollector(files),
    createUptimeCollector(files),
    createMountsCollector(files),
  ];
};
