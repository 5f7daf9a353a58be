import { deviceReadingsSchema, hostMetricsSchema } from '@opsgauge/contract';
import { readHost } from './host-reading.js';
import type { Scrape } from './series.js';

/*
 * Series as node_exporter writes them; a second value is that of a scrape ten seconds later. What a table says is read
 * from the later one.
 */

type Told = Record<string, number | [number, number]>;

const keyOf = (series: string): string => {
  const [, metric, labels = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(series)!;
  return JSON.stringify([metric, ...[...labels.matchAll(/\w+="([^"]*)"/g)].map(([, value]) => value)]);
};
const scrapeOf = (told: Told, which: 0 | 1): Scrape => ({
  atMs: 1_000_000_000_000 + which * 10_000,
  values: Object.fromEntries(
    Object.entries(told).map(([series, value]) => [
      keyOf(series),
      typeof value === 'number' ? value : value[which],
    ]),
  ),
});
const later = (told: Told) => readHost(scrapeOf(told, 1), scrapeOf(told, 0));

const mount = (device: string, fstype: string, mountpoint: string) =>
  `{device="${device}",fstype="${fstype}",mountpoint="${mountpoint}"}`;
const diskMoved = (device: string): Told => ({
  [`node_disk_read_bytes_total{device="${device}"}`]: [1000, 11_000],
  [`node_disk_written_bytes_total{device="${device}"}`]: [1000, 21_000],
});
const received = (device: string, isUp = 1): Told => ({
  [`node_network_receive_bytes_total{device="${device}"}`]: [0, isUp * 5000],
  [`node_network_transmit_bytes_total{device="${device}"}`]: [0, isUp * 3000],
  [`node_network_up{device="${device}"}`]: isUp,
});

it.each<[string, Told, Record<string, number>]>([
  [
    'shares of all processors together; guests are in user already',
    {
      'node_cpu_seconds_total{cpu="0",mode="user"}': [100, 102],
      'node_cpu_seconds_total{cpu="0",mode="guest"}': [50, 52],
      'node_cpu_seconds_total{cpu="0",mode="idle"}': [100, 107],
      'node_cpu_seconds_total{cpu="0",mode="iowait"}': [10, 10.5],
      'node_cpu_seconds_total{cpu="0",mode="steal"}': [1, 1.5],
      'node_cpu_seconds_total{cpu="1",mode="idle"}': [100, 110],
    },
    { cpuPercent: 12.5, ioWaitPercent: 2.5, stealPercent: 2.5 },
  ],
  [
    'an iowait that steps back costs nothing',
    {
      'node_cpu_seconds_total{cpu="0",mode="user"}': [100, 105],
      'node_cpu_seconds_total{cpu="0",mode="idle"}': [100, 105],
      'node_cpu_seconds_total{cpu="0",mode="iowait"}': [10, 9.99],
    },
    { cpuPercent: 50, ioWaitPercent: 0, stealPercent: 0 },
  ],
  ['counters that began anew: no share', { 'node_cpu_seconds_total{cpu="0",mode="idle"}': [100, 3] }, {}],
  ['load', { node_load1: 1.23456 }, { load1: 1.23 }],
  [
    'memory: all but what is available',
    { node_memory_MemTotal_bytes: 1000, node_memory_MemAvailable_bytes: 333, node_memory_MemFree_bytes: 1 },
    { memoryUsedBytes: 667, memoryUsedPercent: 66.7 },
  ],
  [
    'memory of an old kernel',
    {
      node_memory_MemTotal_bytes: 1000,
      node_memory_MemFree_bytes: 100,
      node_memory_Buffers_bytes: 50,
      node_memory_Cached_bytes: 300,
      node_memory_Shmem_bytes: 50,
    },
    { memoryUsedBytes: 600, memoryUsedPercent: 60 },
  ],
  ['memory without its total', { node_memory_MemAvailable_bytes: 333 }, {}],
  ['swap', { node_memory_SwapTotal_bytes: 200, node_memory_SwapFree_bytes: 150 }, { swapUsedPercent: 25 }],
  ['no swap: no figure', { node_memory_SwapTotal_bytes: 0, node_memory_SwapFree_bytes: 0 }, {}],
  ['segments sent again', { node_netstat_Tcp_RetransSegs: [100, 125] }, { tcpRetransmitsPerSecond: 2.5 }],
  ['processes', { node_processes_pids: 312 }, { processCount: 312 }],
  ['time since boot', { node_boot_time_seconds: 1_000_000_000 - 90 }, { uptimeSeconds: 100 }],
  ['a clock that ran ahead of the boot', { node_boot_time_seconds: 1_000_001_000 }, { uptimeSeconds: 0 }],
  ['nothing at all', {}, {}],
])('%s', (_, told, metrics) => {
  expect(later(told).metrics).toEqual(metrics);
});

it('mounts as df counts them: real file systems and the root, each device once by its shortest path', () => {
  const told = (where: string, total: number, free: number, available: number): Told => ({
    [`node_filesystem_size_bytes${where}`]: total,
    [`node_filesystem_free_bytes${where}`]: free,
    [`node_filesystem_avail_bytes${where}`]: available,
  });
  const root = mount('/dev/sda1', 'ext4', '/');
  const { metrics, devices } = later({
    ...told(root, 1000, 400, 300),
    [`node_filesystem_files${root}`]: 200,
    [`node_filesystem_files_free${root}`]: 150,
    ...told(mount('/dev/sda1', 'ext4', '/srv/chroot'), 1000, 400, 300),
    ...told(mount('tmpfs', 'tmpfs', '/run'), 1000, 0, 0),
    ...told(mount('/dev/sdb1', 'xfs', '/数据 盘'), 1000, 200, 200),
    ...told(mount('/dev/sdc1', 'xfs', '/empty'), 0, 0, 0),
  });
  expect(devices.mounts).toEqual([
    {
      mountPoint: '/',
      device: '/dev/sda1',
      fileSystem: 'ext4',
      totalBytes: 1000,
      usedBytes: 600,
      availableBytes: 300,
      usedPercent: 66.67,
      inodesUsedPercent: 25,
    },
    {
      mountPoint: '/数据 盘',
      device: '/dev/sdb1',
      fileSystem: 'xfs',
      totalBytes: 1000,
      usedBytes: 800,
      availableBytes: 200,
      usedPercent: 80,
    },
  ]);
  expect(metrics).toEqual({ diskUsedPercent: 80 });
});

it('whole disks, and sums over what is not stacked upon another', () => {
  const { metrics, devices } = later({
    ...diskMoved('sda'),
    'node_disk_io_time_seconds_total{device="sda"}': [1, 3.5],
    'node_disk_reads_completed_total{device="sda"}': [10, 35],
    'node_disk_writes_completed_total{device="sda"}': [10, 10],
    ...diskMoved('sda1'),
    ...diskMoved('dm-0'),
    ...diskMoved('loop3'),
    'node_disk_read_bytes_total{device="sdb"}': 0,
    'node_disk_written_bytes_total{device="sdb"}': 0,
  });
  const moved = { readBytesPerSecond: 1000, writeBytesPerSecond: 2000 };
  expect(devices.disks).toEqual([
    { name: 'sda', ...moved, busyPercent: 25, readsPerSecond: 2.5, writesPerSecond: 0 },
    { name: 'dm-0', ...moved },
  ]);
  expect(metrics).toEqual({ diskReadBytesPerSecond: 1000, diskWriteBytesPerSecond: 2000 });
  expect(later(diskMoved('md0')).metrics).toEqual(metrics);
});

it('interfaces but loopback, and sums over what has hardware by its name', () => {
  const { metrics, devices } = later({
    ...received('lo'),
    ...received('eth0'),
    'node_network_receive_errs_total{device="eth0"}': [0, 5],
    'node_network_transmit_errs_total{device="eth0"}': [0, 10],
    'node_network_receive_drop_total{device="eth0"}': [0, 1],
    'node_network_transmit_drop_total{device="eth0"}': [0, 0],
    ...received('docker0'),
    ...received('veth12', 0),
    ...received('eth1', 0),
  });
  const rates = { receiveBytesPerSecond: 500, transmitBytesPerSecond: 300 };
  expect(devices.interfaces).toEqual([
    { name: 'eth0', isUp: true, ...rates, errorsPerSecond: 1.5, dropsPerSecond: 0.1 },
    { name: 'docker0', isUp: true, ...rates, errorsPerSecond: 0, dropsPerSecond: 0 },
    {
      name: 'eth1',
      isUp: false,
      receiveBytesPerSecond: 0,
      transmitBytesPerSecond: 0,
      errorsPerSecond: 0,
      dropsPerSecond: 0,
    },
  ]);
  expect(metrics).toEqual({
    networkReceiveBytesPerSecond: 500,
    networkTransmitBytesPerSecond: 300,
    networkErrorsPerSecond: 1.5,
  });
  expect(later(received('tun0')).metrics).toMatchObject({ networkReceiveBytesPerSecond: 500 });
});

it('a first scrape tells no rates, and neither does one that came out of order', () => {
  const told: Told = { node_load1: 1, node_netstat_Tcp_RetransSegs: [1, 5], ...diskMoved('sda') };
  const one = scrapeOf(told, 1);
  for (const before of [null, one, { ...one, atMs: one.atMs + 1 }]) {
    expect(readHost(one, before)).toEqual({
      metrics: { load1: 1 },
      devices: { mounts: [], disks: [], interfaces: [] },
    });
  }
});

it('values that no host has come out as ones that are taken', () => {
  const odd = [-1, 0, 2 ** 64, 5e-324];
  for (const [first, second] of odd.flatMap((a) => odd.map((b) => [a, b] as const))) {
    const told = Object.fromEntries(
      [
        'node_cpu_seconds_total{cpu="0",mode="user"}',
        'node_cpu_seconds_total{cpu="0",mode="idle"}',
        'node_load1',
        'node_memory_MemTotal_bytes',
        'node_memory_MemAvailable_bytes',
        'node_memory_SwapTotal_bytes',
        'node_memory_SwapFree_bytes',
        'node_boot_time_seconds',
        'node_netstat_Tcp_RetransSegs',
        ...Object.keys({ ...diskMoved('sda'), ...received('eth0') }),
        ...['size_bytes', 'free_bytes', 'avail_bytes', 'files', 'files_free'].map(
          (name) => `node_filesystem_${name}${mount('/dev/sda1', 'ext4', '/')}`,
        ),
      ].map((series, index) => [series, (index % 2 ? [first, second] : [second, first]) as [number, number]]),
    );
    const { metrics, devices } = later(told);
    expect(hostMetricsSchema.safeParse(metrics).error).toBeUndefined();
    expect(deviceReadingsSchema.safeParse(devices).error).toBeUndefined();
  }
});
