import { noPromises } from '../../../libs/contract/src/index.js';
import { sampleAt } from '../test-hub.js';
import type { InjectionScene } from './injection-scene.js';

const rates = { receiveBytesPerSecond: 1, transmitBytesPerSecond: 1, errorsPerSecond: 0, dropsPerSecond: 0 };

const devices = {
  mounts: [
    {
      mountPoint: '/',
      device: '/dev/sda1',
      fileSystem: 'xfs',
      totalBytes: 100,
      usedBytes: 50,
      availableBytes: 50,
      usedPercent: 50,
    },
  ],
  disks: [{ name: 'sda', readBytesPerSecond: 1, writeBytesPerSecond: 1, busyPercent: 1 }],
  interfaces: [{ name: 'eth0', isUp: true, ...rates }],
};

/** Taken, and not given back yet. */
const additional = {
  targets: [{ name: 'gateway', method: 'tcp' as const, latencyMs: 1, lossPercent: 0 }],
  problems: [{ collector: 'disks', reason: 'none' }],
};

/** Bodies that are taken as they are; what must have a name of its own has one. */
export class GoodBodies {
  private number = 0;

  constructor(private readonly scene: Pick<InjectionScene, 'hub' | 'systemId' | 'projectId' | 'channelId'>) {}

  /** Another number each time, for names that are taken once. */
  next(): number {
    return ++this.number;
  }

  inHours(hours: number): string {
    return new Date(this.scene.hub.clock.nowMs() + hours * 3_600_000).toISOString();
  }

  readonly newRule = () => ({
    name: 'a rule',
    condition: {
      signal: 'cpuPercent',
      comparison: 'atLeast',
      threshold: 90,
      forSeconds: 60,
      keepFiringSeconds: 60,
    },
    severity: 'minor',
    isEnabled: true,
  });

  readonly newAccount = () => ({
    username: `person-${++this.number}`,
    displayName: '张三',
    role: 'operator',
    organizationId: null,
  });

  readonly newMaintenance = () => ({
    target: { kind: 'system', systemId: this.scene.systemId },
    from: this.inHours(1),
    to: this.inHours(2),
    reason: 'a reason',
  });

  readonly newContract = () => ({
    systemId: this.scene.systemId,
    vendorOrganizationId: null,
    number: `contract ${++this.number}`,
    serviceFrom: this.inHours(-24 * (100_000 - 10 * this.number)),
    serviceTo: this.inHours(-24 * (100_000 - 10 * this.number) + 24),
    serviceCalendar: {
      workingDays: [1, 2, 3, 4, 5],
      fromTime: '09:00',
      toTime: '17:30',
      holidays: ['2026-10-01'],
      extraWorkingDays: ['2026-10-10'],
    },
    promises: noPromises,
  });

  readonly newSystem = () => ({
    projectId: this.scene.projectId,
    name: `system ${++this.number}`,
    shortName: 'short',
  });

  readonly newProject = () => ({
    name: `project ${++this.number}`,
    ownerOrganizationId: null,
    evaluatorOrganizationId: null,
  });

  readonly newChannel = () => ({
    name: `channel ${++this.number}`,
    kind: 'json',
    organizationId: null,
    language: 'zh-CN',
    isEnabled: true,
    addresses: [],
    url: 'http://127.0.0.1:1/hook',
    signatureSecret: 'a secret',
  });

  readonly newSubscription = () => ({
    organizationId: null,
    systemId: this.scene.systemId,
    leastSeverity: 'minor',
    kinds: ['began'],
    channelId: this.scene.channelId,
  });

  readonly newShift = () => ({
    target: { kind: 'system', systemId: this.scene.systemId },
    personName: '张三',
    phone: '13800000000',
    mailAddress: 'zhang@example.gov.cn',
    channelId: null,
    language: 'zh-CN',
    from: this.inHours(1),
    to: this.inHours(9),
  });

  readonly newProbe = () => ({
    name: `probe ${++this.number}`,
    target: { kind: 'http', url: 'http://127.0.0.1:9/', method: 'HEAD', expectedText: 'welcome' },
    isEnabled: false,
  });

  readonly inspectionReading = () => ({
    observedAt: new Date(this.scene.hub.clock.nowMs()).toISOString(),
    agentVersion: '0.1.0',
    operatingSystem: {
      name: 'openEuler',
      release: '24.03',
      kernel: '6.6',
      architecture: 'x86_64',
      hostname: 'web-01',
      bootedAt: this.inHours(-100),
    },
    hardware: {
      manufacturer: 'Huawei',
      model: 'TaiShan',
      processor: 'Kunpeng',
      physicalCores: 2,
      logicalCores: 4,
      memoryBytes: 1024,
      virtualization: 'none',
    },
    metrics: { cpuPercent: 20, memoryUsedPercent: 40, diskUsedPercent: 30 },
    devices,
    interfaceAddresses: [{ name: 'eth0', addresses: ['10.1.2.3'], speedMegabitsPerSecond: 1000 }],
    services: [{ name: 'sshd', state: 'running' }],
    topProcesses: [{ pid: 1, name: 'init', user: 'root', cpuPercent: 1, memoryPercent: 1 }],
    timeSynchronized: true,
    failedUnits: ['cron.service'],
    configuredServices: [{ name: 'sshd', state: 'running' }],
    notes: [{ part: 'hardware', reason: 'none' }],
  });

  readonly sample = () => sampleAt(this.scene.hub.clock.nowMs(), this.next(), { devices, additional });
}
