import { createDisksCollector } from './disks.js';
import { FixtureHost } from './fixture-host.js';

/** Every operation moves two sectors. */
const line = (name: string, sectorsRead: number, sectorsWritten: number, busyMs: number) =>
  `   8       0 ${name} ${sectorsRead / 2} 0 ${sectorsRead} 5 ${sectorsWritten / 2} 0 ${sectorsWritten} 5 0 ${busyMs} 10 0 0 0 0 0 0\n`;

const host = (stats: string, blocks: string[]) =>
  new FixtureHost({
    '/proc/diskstats': stats,
    ...Object.fromEntries(blocks.map((name) => [`/sys/block/${name}/size`, '1'])),
  });

it('reads whole devices only, and sums what is not stacked upon another', () => {
  const files = host(
    line('sda', 100, 200, 1000) +
      line('sda1', 100, 200, 1000) +
      line('dm-0', 100, 200, 1000) +
      line('loop0', 9, 9, 9) +
      line('sdb', 0, 0, 0),
    ['sda', 'sdb', 'dm-0', 'loop0'],
  );
  const collector = createDisksCollector(files);
  expect(collector.collect(0)).toEqual({ devices: { disks: [] } });
  files.texts['/proc/diskstats'] =
    line('sda', 120, 240, 3500) +
    line('sda1', 120, 240, 3500) +
    line('dm-0', 120, 240, 1000) +
    line('sdb', 0, 0, 0);
  const moved = {
    readBytesPerSecond: 1024,
    writeBytesPerSecond: 2048,
    readsPerSecond: 1,
    writesPerSecond: 2,
  };
  expect(collector.collect(10_000)).toEqual({
    metrics: { diskReadBytesPerSecond: 1024, diskWriteBytesPerSecond: 2048 },
    devices: {
      disks: [
        { name: 'sda', ...moved, busyPercent: 25 },
        { name: 'dm-0', ...moved, busyPercent: 0 },
      ],
    },
  });
});

it('follows the busy time over the edge of 32 bits', () => {
  const files = host(line('vda', 1, 1, 2 ** 32 - 1000), ['vda']);
  const collector = createDisksCollector(files);
  collector.collect(0);
  files.texts['/proc/diskstats'] = line('vda', 1, 1, 4000);
  expect(collector.collect(10_000)).toMatchObject({ devices: { disks: [{ busyPercent: 50 }] } });
});

it('leaves out a device that vanished, or was replaced by one with younger counters, and takes it up again', () => {
  const files = host(line('sda', 5000, 5000, 5000) + line('sdb', 5000, 5000, 5000), ['sda', 'sdb']);
  const collector = createDisksCollector(files);
  const names = (atMs: number) => {
    const found = collector.collect(atMs) as { devices: { disks: { name: string }[] } };
    return found.devices.disks.map((disk) => disk.name);
  };
  names(0);
  files.texts['/proc/diskstats'] = line('sdb', 10, 10, 10);
  expect(names(10_000)).toEqual([]);
  files.texts['/proc/diskstats'] = line('sda', 6000, 6000, 6000) + line('sdb', 20, 20, 20);
  expect(names(20_000)).toEqual(['sdb']);
  files.texts['/proc/diskstats'] = line('sda', 6001, 6000, 6000) + line('sdb', 30, 20, 20);
  expect(names(30_000)).toEqual(['sda', 'sdb']);
});

it('tells partitions by their names where /sys is hidden', () => {
  const files = new FixtureHost({ '/proc/diskstats': line('nvme0n1', 1, 1, 1) + line('nvme0n1p1', 1, 1, 1) });
  const collector = createDisksCollector(files);
  collector.collect(0);
  expect(collector.collect(1000)).toMatchObject({ devices: { disks: [{ name: 'nvme0n1' }] } });
});
