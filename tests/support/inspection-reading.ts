import type { InspectionReading } from '../../libs/contract/src/index.js';

/** What an agent hands in of a host on which some things are amiss. */
export const readingAt = (ms: number, changes: Partial<InspectionReading> = {}): InspectionReading => ({
  observedAt: new Date(ms).toISOString(),
  agentVersion: '0.1.0',
  operatingSystem: {
    name: 'openEuler',
    release: '24.03 LTS',
    kernel: '6.6.0-28',
    architecture: 'x86_64',
    hostname: 'db-01',
    bootedAt: new Date(ms - 63 * 86_400_000 - 4 * 3_600_000).toISOString(),
  },
  hardware: {
    manufacturer: 'Huawei',
    model: 'TaiShan 200',
    processor: 'Kunpeng 920',
    physicalCores: 32,
    logicalCores: 64,
    memoryBytes: 64 * 1024 ** 3,
    virtualization: 'none',
  },
  metrics: { cpuPercent: 71.25, memoryUsedPercent: 48.5 },
  devices: {
    mounts: [
      {
        mountPoint: '/data <1> & "2"',
        device: '/dev/sdb1',
        fileSystem: 'xfs',
        totalBytes: 2 * 1024 ** 4,
        usedBytes: 1.9 * 1024 ** 4,
        availableBytes: 0.1 * 1024 ** 4,
        usedPercent: 93.75,
      },
    ],
    disks: [],
    interfaces: [
      {
        name: 'eth0',
        isUp: true,
        receiveBytesPerSecond: 1,
        transmitBytesPerSecond: 1,
        errorsPerSecond: 0,
        dropsPerSecond: 0,
      },
    ],
  },
  interfaceAddresses: [{ name: 'eth0', addresses: ['10.1.2.3'], speedMegabitsPerSecond: 10_000 }],
  services: [
    { name: 'sshd', state: 'running' },
    { name: 'nginx', state: 'failed' },
  ],
  topProcesses: [{ pid: 1, name: 'postgres', user: 'postgres', cpuPercent: 31.5, memoryPercent: 22.75 }],
  timeSynchronized: true,
  notes: [{ part: 'hardware', reason: '没有权限' }],
  ...changes,
});
