import type { HostFiles } from '../system/host-files.js';
import { toPercent } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

interface Spent {
  total: number;
  idle: number;
  ioWait: number;
  steal: number;
}

/** user nice system idle iowait irq softirq steal; guest time is already in user. */
const parseTicks = (line: string): number[] => line.split(/\s+/).slice(1, 9).map(Number);

const spentBetween = (before: number[], current: number[]): Spent => {
  // The kernel's iowait may step back by a tick or two.
  const spent = current.map((value, index) => Math.max(0, value - (before[index] ?? value)));
  const [, , , idle = 0, ioWait = 0, , , steal = 0] = spent;
  return { total: spent.reduce((sum, value) => sum + value, 0), idle, ioWait, steal };
};

const busyPercent = ({ total, idle, ioWait }: Spent): number | undefined =>
  total > 0 ? toPercent((100 * (total - idle - ioWait)) / total) : undefined;

/**
 * Shares of CPU time since the previous reading, all cores together, from /proc/stat. `cpuPercent` is everything but
 * idle and waiting for I/O; time stolen by the hypervisor is in it, because this host could not use it.
 * @param wantsCores whether the cores are asked for one by one, at this moment
 */
export const createCpuCollector = (files: HostFiles, wantsCores: () => boolean): ImmediateCollector => {
  let previous: number[] | undefined;
  let previousCores: number[][] = [];

  const readCores = (text: string): number[] | undefined => {
    const current = wantsCores() ? (text.match(/^cpu\d.*$/gm) ?? []).map(parseTicks) : [];
    const before = previousCores;
    previousCores = current;
    if (current.length === 0 || before.length !== current.length) return undefined;
    const shares = current.map((ticks, index) => busyPercent(spentBetween(before[index] ?? ticks, ticks)));
    return shares.every((share) => share !== undefined) ? shares : undefined;
  };

  return {
    name: 'cpu',
    collect: () => {
      const text = files.read('/proc/stat');
      const line = text.slice(0, text.indexOf('\n'));
      const current = parseTicks(line);
      if (!line.startsWith('cpu ') || current.length < 5 || current.some(Number.isNaN))
        throw new Error('/proc/stat has no cpu line');
      const corePercents = readCores(text);
      const before = previous;
      previous = current;
      if (!before) return {};
      const spent = spentBetween(before, current);
      if (spent.total === 0) return {};
      return {
        metrics: {
          cpuPercent: busyPercent(spent),
          ioWaitPercent: toPercent((100 * spent.ioWait) / spent.total),
          stealPercent: toPercent((100 * spent.steal) / spent.total),
        },
        ...(corePercents && { additional: { corePercents } }),
      };
    },
  };
};
