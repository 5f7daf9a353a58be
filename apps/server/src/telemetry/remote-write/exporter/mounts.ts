import { countsAsMount, devicesMax, type MountReading } from '@opsgauge/contract';
import { toPercent, toWhole } from './round.js';
import type { Readings } from './series.js';

/** Use of every file system that holds data. Of several mounts of one device the shortest path stands for all. */
export function readMounts(readings: Readings): MountReading[] {
  const byDevice = new Map<string, MountReading>();
  for (const labels of readings.labelsOf('node_filesystem_size_bytes')) {
    const mount = readMount(readings, labels as [string, string, string]);
    const known = mount && byDevice.get(mount.device);
    if (mount && (!known || mount.mountPoint.length < known.mountPoint.length))
      byDevice.set(mount.device, mount);
  }
  return [...byDevice.values()].slice(0, devicesMax);
}

function readMount(readings: Readings, labels: [string, string, string]): MountReading | undefined {
  const [device, fileSystem, mountPoint] = labels;
  if (!mountPoint || !countsAsMount({ mountPoint, fileSystem })) return undefined;
  const of = (name: string) => readings.value(`node_filesystem_${name}`, ...labels);
  const [total, free, available] = [of('size_bytes'), of('free_bytes'), of('avail_bytes')];
  if (!total || free === undefined || available === undefined) return undefined;
  const used = Math.max(0, total - free);
  // As df counts: what is kept back for root is neither used nor available.
  if (used + available <= 0) return undefined;
  const [files, filesFree] = [of('files'), of('files_free')];
  return {
    mountPoint: mountPoint.slice(0, 256),
    device: device.slice(0, 256),
    fileSystem: fileSystem.slice(0, 64),
    totalBytes: toWhole(total),
    usedBytes: toWhole(used),
    availableBytes: toWhole(available),
    usedPercent: toPercent((100 * used) / (used + available)),
    ...(files && filesFree !== undefined
      ? { inodesUsedPercent: toPercent((100 * (files - filesFree)) / files) }
      : {}),
  };
}
