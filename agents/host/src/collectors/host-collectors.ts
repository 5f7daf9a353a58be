import { platform } from 'node:os';
import type { HostFiles } from '../system/host-files.js';
import { createClockCollector, type SeenClock } from './clock.js';
import type { Collector } from './collector.js';
import { createCpuCollector } from './cpu.js';
import { createDisksCollector } from './disks.js';
import { createInterfacesCollector } from './interfaces.js';
import { createLoadCollector } from './load.js';
import { createMemoryReader } from './memory-information.js';
import { createMemoryCollector } from './memory.js';
import { createMountsCollector } from './mounts.js';
import { createPortableCollectors } from './portable-collectors.js';
import { createProcessesCollector } from './processes.js';
import { createSwapCollector } from './swap.js';
import type { Target } from './target-probe.js';
import { createTargetsCollector } from './targets.js';
import { createTcpCollector } from './tcp.js';
import { createUptimeCollector } from './uptime.js';

export interface HostCollectorOptions {
  /** Whether the cores are wanted one by one. */
  wantsCores?: () => boolean;
  clock?: SeenClock;
  targets?: readonly Target[];
}

const createLinuxCollectors = (files: HostFiles, wantsCores: () => boolean): Collector[] => {
  const readMemory = createMemoryReader(files);
  return [
    createCpuCollector(files, wantsCores),
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

/** Every collector of an ordinary tick. Only the targets start a process, once a minute and beside the tick. */
export const createHostCollectors = (
  files: HostFiles,
  { wantsCores = () => false, clock = { offsetMs: undefined }, targets = [] }: HostCollectorOptions = {},
): Collector[] => [
  ...(platform() === 'linux' ? createLinuxCollectors(files, wantsCores) : createPortableCollectors()),
  createClockCollector(clock),
  createTargetsCollector(targets),
];
