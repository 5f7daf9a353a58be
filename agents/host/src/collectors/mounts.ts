import { stat, statfs } from 'node:fs/promises';
import type { MountReading } from '@opsgauge/contract';
import type { HostFiles } from '../system/host-files.js';
import { toPercent } from '../system/round.js';
import { withTimeLimit } from '../system/time-limit.js';
import type { Collector } from './collector.js';
import { parseMountTable, type Mount } from './mount-table.js';

const mountsMax = 256;
const answerMs = 2_000;
/** A statfs that hangs keeps one of the four threads that also write the spool. */
const hangingMax = 2;

export interface FileSystemStatistics {
  bsize: number;
  blocks: number;
  bfree: number;
  bavail: number;
  files: number;
  ffree: number;
}

export interface MountProbe {
  statistics(path: string): Promise<FileSystemStatistics>;
  isFolder(path: string): Promise<boolean>;
}

const systemProbe: MountProbe = {
  statistics: (path) => statfs(path),
  isFolder: async (path) => (await stat(path)).isDirectory(),
};

const toReading = (mount: Mount, found: FileSystemStatistics): MountReading | undefined => {
  const used = found.blocks - found.bfree;
  // As df counts: what is kept back for root is neither used nor available.
  const usedPercent = toPercent((100 * used) / (used + found.bavail));
  if (found.blocks <= 0 || usedPercent === undefined) return undefined;
  const { device, mountPoint, fileSystem } = mount;
  return {
    mountPoint: mountPoint.slice(0, 256),
    device: device.slice(0, 256),
    fileSystem: fileSystem.slice(0, 64),
    totalBytes: found.blocks * found.bsize,
    usedBytes: used * found.bsize,
    availableBytes: Math.max(0, found.bavail) * found.bsize,
    usedPercent,
    ...(found.files > 0 && {
      inodesUsedPercent: toPercent((100 * (found.files - found.ffree)) / found.files),
    }),
  };
};

/**
 * Use of every file system that holds data, by statfs. One that does not answer in time (a dead NFS server) is left
 * out until the call that hangs comes back; the others are read as ever.
 */
export const createMountsCollector = (
  files: HostFiles,
  probe: MountProbe = systemProbe,
  limitMs = answerMs,
): Collector => {
  const hanging = new Set<string>();
  const isFolderByPath = new Map<string, boolean>();
  let tableText = '';
  let table: Mount[] = [];

  const currentMounts = (): Mount[] => {
    const text = files.read('/proc/self/mounts');
    if (text !== tableText) {
      tableText = text;
      table = parseMountTable(text);
      isFolderByPath.clear();
    }
    return table;
  };

  const ask = async (mount: Mount): Promise<MountReading | undefined> => {
    const path = mount.mountPoint;
    // In a container single files (/etc/hosts) are mounts of the host's disk.
    let isFolder = isFolderByPath.get(path);
    if (isFolder === undefined) isFolderByPath.set(path, (isFolder = await probe.isFolder(path)));
    return isFolder ? toReading(mount, await probe.statistics(path)) : undefined;
  };

  const read = async (mount: Mount): Promise<MountReading | undefined> => {
    const path = mount.mountPoint;
    if (hanging.has(path) || hanging.size >= hangingMax) return undefined;
    hanging.add(path);
    const answer = ask(mount).finally(() => hanging.delete(path));
    answer.catch(() => undefined);
    try {
      return await withTimeLimit(answer, limitMs, path);
    } catch {
      return undefined;
    }
  };

  return {
    name: 'mounts',
    collect: async () => {
      const mounts: MountReading[] = [];
      for (const mount of currentMounts()) {
        const reading = await read(mount);
        if (reading && mounts.push(reading) === mountsMax) break;
      }
      if (mounts.length === 0) return {};
      return {
        metrics: { diskUsedPercent: Math.max(...mounts.map((mount) => mount.usedPercent)) },
        devices: { mounts },
      };
    },
  };
};
