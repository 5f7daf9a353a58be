/** One line of /proc/self/mounts. */
export interface Mount {
  device: string;
  mountPoint: string;
  fileSystem: string;
}

const realFileSystems = new Set(
  `ext2 ext3 ext4 xfs btrfs zfs bcachefs f2fs jfs reiserfs nilfs2 vfat exfat msdos ntfs ntfs3 fuseblk hfsplus ufs
   nfs nfs4 cifs smb3 ceph ocfs2 gfs2 gpfs lustre fuse.glusterfs fuse.ceph virtiofs 9p`.split(/\s+/),
);
const unescape = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** The root of a container is an overlay, of an appliance anything at all; it counts whatever it is. */
const counts = ({ mountPoint, fileSystem }: Mount): boolean =>
  realFileSystems.has(fileSystem) || (mountPoint === '/' && fileSystem !== 'rootfs');

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
    if (!counts(mount)) continue;
    const known = byDevice.get(mount.device);
    if (!known || mount.mountPoint.length < known.mountPoint.length) byDevice.set(mount.device, mount);
  }
  return [...byDevice.values()];
};
