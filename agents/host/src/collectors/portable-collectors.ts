import { cpus, freemem, loadavg, platform, totalmem, uptime } from 'node:os';
import { toHundredths, toPercent, toWhole } from '../system/round.js';
import type { Collector, ImmediateCollector } from './collector.js';
import { systemProbe, toMountReading } from './mount-reading.js';

const createCpu = (): ImmediateCollector => {
  const read = () =>
    cpus().reduce(
      ({ idle, total }, { times }) => ({
        idle: idle + times.idle,
        total: total + times.user + times.nice + times.sys + times.idle + times.irq,
      }),
      { idle: 0, total: 0 },
    );
  let before: ReturnType<typeof read> | undefined;
  return {
    name: 'cpu',
    collect: () => {
      const current = read();
      const previous = before;
      before = current;
      const total = current.total - (previous?.total ?? current.total);
      if (!previous || total <= 0) return {};
      return { metrics: { cpuPercent: toPercent(100 - (100 * (current.idle - previous.idle)) / total) } };
    },
  };
};

const memory: ImmediateCollector = {
  name: 'memory',
  collect: () => {
    const used = totalmem() - freemem();
    return {
      metrics: { memoryUsedBytes: toWhole(used), memoryUsedPercent: toPercent((100 * used) / totalmem()) },
    };
  },
};

const load: ImmediateCollector = {
  name: 'load',
  // Windows has none, and Node then says 0.
  collect: () => (platform() === 'win32' ? {} : { metrics: { load1: toHundredths(loadavg()[0] ?? NaN) } }),
};

const uptimeCollector: ImmediateCollector = {
  name: 'uptime',
  collect: () => ({ metrics: { uptimeSeconds: toWhole(Math.floor(uptime())) } }),
};

const driveLetters = (): string[] => [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);

const drives: Collector = {
  name: 'mounts',
  collect: async () => {
    const paths = platform() === 'win32' ? driveLetters() : ['/'];
    const found = await Promise.all(
      paths.map((path) =>
        systemProbe.statistics(path).then(
          (statistics) =>
            toMountReading({ device: path, mountPoint: path, fileSystem: platform() }, statistics),
          () => undefined,
        ),
      ),
    );
    const mounts = found.filter((mount) => mount !== undefined);
    if (mounts.length === 0) return {};
    const diskUsedPercent = Math.max(...mounts.map((mount) => mount.usedPercent));
    return { metrics: { diskUsedPercent }, devices: { mounts } };
  },
};

/** What Node itself can tell anywhere, without a process: the ticks of Windows and macOS. */
export const createPortableCollectors = (): Collector[] => [
  createCpu(),
  load,
  memory,
  uptimeCollector,
  drives,
];
