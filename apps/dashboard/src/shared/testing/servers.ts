import { serverSchema, type Server } from '@opsgauge/contract';

/** A server as the contract has it, for tests; `number` makes id and name. */
export const exampleServer = (number: number, overrides: Partial<Server> = {}): Server =>
  serverSchema.parse({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `服务器 ${number}`,
    hostname: `host-${number}`,
    address: `10.0.0.${number}`,
    operatingSystem: 'Debian 12',
    agentVersion: '0.1.0',
    intervalSeconds: 10,
    systemId: null,
    systemName: null,
    isCritical: false,
    isApproved: true,
    isRetired: false,
    gatewayServerId: null,
    status: 'up',
    statusSince: '2026-11-21T00:00:00.000Z',
    lastReportAt: '2026-11-21T02:30:00.000Z',
    latest: {
      observedAt: '2026-11-21T02:30:00.000Z',
      cpuPercent: 10,
      memoryUsedPercent: 20,
      diskUsedPercent: 30,
      devices: {},
    },
    monthAvailabilityPercent: '99.9912',
    monthCoveragePercent: '100.0000',
    cpuLastHour: [],
    droppedSamples: 0,
    ...overrides,
  });
