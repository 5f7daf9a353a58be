import { FixtureHost } from './fixture-host.js';
import { parseMountTable } from './mount-table.js';
import type { FileSystemStatistics, MountProbe } from './mount-reading.js';
import { createMountsCollector } from './mounts.js';

const statistics: FileSystemStatistics = {
  bsize: 4096,
  blocks: 1000,
  bfree: 400,
  bavail: 300,
  files: 200,
  ffree: 150,
};
const probe = (answers: Partial<MountProbe> = {}): MountProbe => ({
  statistics: async () => statistics,
  isFolder: async () => true,
  immediateStatistics: () => statistics,
  ...answers,
});
const table = (...lines: string[]) => new FixtureHost({ '/proc/self/mounts': `${lines.join('\n')}\n` });
const mountPoints = (text: string) => parseMountTable(text).map((mount) => mount.mountPoint);

describe('the table', () => {
  it('keeps real file systems, each device once by its shortest path', () => {
    expect(
      mountPoints(`proc /proc proc rw 0 0
/dev/sda1 /srv/chroot/data ext4 rw 0 0
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
/dev/loop3 /snap/core/1 squashfs ro 0 0
/dev/sdb1 /data xfs rw 0 0
nas:/export /mnt/nas nfs4 rw 0 0
`),
    ).toEqual(['/', '/data', '/mnt/nas']);
  });

  it('counts the overlay that is the root of a container, and no other overlay', () => {
    expect(
      mountPoints('overlay / overlay rw 0 0\noverlay /var/lib/docker/overlay2/x/merged overlay rw 0 0\n'),
    ).toEqual(['/']);
  });

  it('decodes spaces and Chinese in a path', () => {
    const text = Buffer.from('/dev/sdc1 /mnt/\\346\\225\\260\\346\\215\\256\\040盘 ext4 rw 0 0\n').toString(
      'latin1',
    );
    expect(mountPoints(text)).toEqual(['/mnt/数据 盘']);
  });
});

it('reckons use as df does', async () => {
  const found = await createMountsCollector(table('/dev/sda1 / ext4 rw 0 0'), probe()).collect(0);
  expect(found).toEqual({
    metrics: { diskUsedPercent: 66.67 },
    devices: {
      mounts: [
        {
          mountPoint: '/',
          device: '/dev/sda1',
          fileSystem: 'ext4',
          totalBytes: 4_096_000,
          usedBytes: 600 * 4096,
          availableBytes: 300 * 4096,
          usedPercent: 66.67,
          inodesUsedPercent: 25,
        },
      ],
    },
  });
});

it('leaves out a file that is a mount', async () => {
  const files = table('overlay / overlay rw 0 0', '/dev/sda1 /etc/hosts ext4 rw 0 0');
  const found = await createMountsCollector(files, probe({ isFolder: async (path) => path === '/' })).collect(
    0,
  );
  expect(found.devices?.mounts?.map((mount) => mount.mountPoint)).toEqual(['/']);
});

it('goes on without a mount that hangs, asks it only once, and takes it up when it answers', async () => {
  let answer: (found: FileSystemStatistics) => void = () => undefined;
  let asked = 0;
  const hanging = probe({
    statistics: async (path) => {
      if (path !== '/mnt/nas') return statistics;
      asked += 1;
      return asked > 1 ? statistics : new Promise((resolve) => (answer = resolve));
    },
  });
  const files = table('/dev/sda1 / ext4 rw 0 0', 'nas:/export /mnt/nas nfs4 rw 0 0');
  const collector = createMountsCollector(files, hanging, 20);
  const seen = async () => (await collector.collect(0)).devices?.mounts?.map((mount) => mount.mountPoint);
  expect(await seen()).toEqual(['/']);
  expect(await seen()).toEqual(['/']);
  expect(asked).toBe(1);
  answer(statistics);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await seen()).toEqual(['/', '/mnt/nas']);
});
