import type { HostFiles } from '../system/host-files.js';
import { toPercent } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

/**
 * Shares of CPU time since the previous reading, all cores together, from /proc/stat. `cpuPercent` is everything but
 * idle and waiting for I/O; time stolen by the hypervisor is in it, because this host could not use it.
 */
export const createCpuCollector = (files: HostFiles): ImmediateCollector => {
  let previous: number[] | undefined;

  return {
    name: 'cpu',
    collect: () => {
      const line = files.read('/proc/stat').split('\n', 1)[0] ?? '';
      // user nice system idle iowait irq softirq steal; guest time is already in user.
      const current = line.split(/\s+/).slice(1, 9).map(Number);
      if (!line.startsWith('cpu ') || current.length < 5 || current.some(Number.isNaN))
        throw new Error('/proc/stat has no cpu line');
      const before = previous;
      previous = current;
      if (!before) return {};
      // The kernel's iowait may step back by a tick or two.
      const spent = current.map((value, index) => Math.max(0, value - (before[index] ?? value)));
      const total = spent.reduce((sum, value) => sum + value, 0);
      if (total === 0) return {};
      const [, , , idle = 0, ioWait = 0, , , steal = 0] = spent;
      return {
        metrics: {
          cpuPercent: toPercent((100 * (total - idle - ioWait)) / total),
          ioWaitPercent: toPercent((100 * ioWait) / total),
          stealPercent: toPercent((100 * steal) / total),
        },
      };
    },
  };
};
