import { countsAsMount } from '@opsgauge/contract/devices';

/** One line of /proc/self/mounts. */
export interface Mount {
  device: string;
  mountPoint: string;
  fileSystem: string;
}

const unescape = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/**
 * The mounts that hold data: real file systems, and the root. Of several mounts of one device (bind mounts,
 * subvolumes) the shortest path stands for all; of several mounts on one path the last is the one seen.
 * @param text /proc/self/mounts
 */
export const parseMountTable = (text: string): Mount[] => {
  const byMountPoint = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [device, mountPoint, fileSystem] = line.split(' ').map(unescape);
    if (!device || !mountPoint || !fileSystem) continue;
    const decoded = Buffer.from(mountPoint, 'latin1').toString('utf8');
    byMountPoint.set(decoded, {
      device: Buffer.from(device, 'latin1').toString('utf8'),
      mountPoint: decoded,
      fileSystem,
    });
  }
  const byDevice = new Map<string, Mount>();
  for (const mount of byMountPoint.values()) {
    if (!countsAsMount(mount)) continue;
    const known = byDevice.get(mount.device);
    if (!known || mount.mountPoint.length < known.mountPoint.length) byDevice.set(mount.device, mount);
  }
  return [...byDevice.values()];
};
