import type { MountReading } from '@opsgauge/contract';
import { devicesMax } from '@opsgauge/contract/devices';
import type { HostFiles } from '../system/host-files.js';
import { withTimeLimit } from '../system/time-limit.js';
import type { Collector } from './collector.js';
import { systemProbe, toMountReading, type MountProbe } from './mount-reading.js';
import { parseMountTable, type Mount } from './mount-table.js';

const answerMs = 2_000;
/** A statfs that hangs keeps one of the four threads that also write the spool. */
const hangingMax = 2;
/** Their counts are in memory: asking them waits for no disk, and costs a tenth without the trip through a thread. */
const localFileSystems = new Set(['ext2', 'ext3', 'ext4', 'xfs', 'btrfs', 'f2fs', 'jfs', 'vfat', 'overlay']);

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
    return isFolder ? toMountReading(mount, await probe.statistics(path)) : undefined;
  };

  const readAtOnce = (mount: Mount): MountReading | undefined => {
    try {
      return toMountReading(mount, probe.immediateStatistics(mount.mountPoint));
    } catch {
      return undefined;
    }
  };

  const isAtHand = ({ fileSystem, mountPoint }: Mount): boolean =>
    localFileSystems.has(fileSystem) && isFolderByPath.get(mountPoint) === true;

  const readInTime = async (mount: Mount): Promise<MountReading | undefined> => {
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
        const reading = isAtHand(mount) ? readAtOnce(mount) : await readInTime(mount);
        if (reading && mounts.push(reading) === devicesMax) break;
      }
      if (mounts.length === 0) return {};
      return {
        metrics: { diskUsedPercent: Math.max(...mounts.map((mount) => mount.usedPercent)) },
        devices: { mounts },
      };
    },
  };
};
