import { statfsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import type { MountReading } from '@opsgauge/contract';
import { toPercent } from '../system/round.js';
import type { Mount } from './mount-table.js';

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
  /** At once; only for what lies on this machine. */
  immediateStatistics(path: string): FileSystemStatistics;
}

export const systemProbe: MountProbe = {
  statistics: (path) => statfs(path),
  isFolder: async (path) => (await stat(path)).isDirectory(),
  immediateStatistics: (path) => statfsSync(path),
};

/** @returns `undefined` for what has no blocks */
export const toMountReading = (mount: Mount, found: FileSystemStatistics): MountReading | undefined => {
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
