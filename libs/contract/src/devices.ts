/** Which of a host's devices are told, whoever reads them: the agent, or the hub from another exporter's words. */
const realFileSystems = new Set(
  `ext2 ext3 ext4 xfs btrfs zfs bcachefs f2fs jfs reiserfs nilfs2 vfat exfat msdos ntfs ntfs3 fuseblk hfsplus ufs
   nfs nfs4 cifs smb3 ceph ocfs2 gfs2 gpfs lustre fuse.glusterfs fuse.ceph virtiofs 9p`.split(/\s+/),
);

/** The most devices of one kind in a sample. */
export const devicesMax = 256;

/** The root of a container is an overlay, of an appliance anything at all; it counts whatever it is. */
export const countsAsMount = ({
  mountPoint,
  fileSystem,
}: {
  readonly mountPoint: string;
  readonly fileSystem: string;
}): boolean => realFileSystems.has(fileSystem) || (mountPoint === '/' && fileSystem !== 'rootfs');

/** Loop and RAM devices, floppies, optical drives, and the single paths of a multipath NVMe. */
export const isIgnoredDisk = (name: string): boolean =>
  /^(loop|ram|zram|fd|sr)\d|^nvme\d+c\d+n\d+/.test(name);

/** By its name: neither ignored nor a partition. */
export const isWholeDisk = (name: string): boolean =>
  !isIgnoredDisk(name) && !/^(([shv]|xv)d[a-z]+\d+|(nvme\d+n\d+|mmcblk\d+)p\d+)$/.test(name);

/** Device mapper and software RAID: they count the bytes of the disks below them once more. */
export const isDiskOnDisks = (name: string): boolean => /^(dm-|md)\d/.test(name);
