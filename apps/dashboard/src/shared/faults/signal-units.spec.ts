import { signalNames } from '@opsgauge/domain';
import { unitOf } from './signal-units.js';

test('every signal has its unit', () => {
  expect(Object.fromEntries(signalNames.map((name) => [name, unitOf(name)]))).toEqual({
    cpuPercent: '%',
    ioWaitPercent: '%',
    stealPercent: '%',
    load1: 'none',
    memoryUsedPercent: '%',
    swapUsedPercent: '%',
    diskUsedPercent: '%',
    networkErrorsPerSecond: 'perSecond',
    tcpRetransmitsPerSecond: 'perSecond',
    processCount: 'count',
    mountUsedPercent: '%',
    mountInodesUsedPercent: '%',
    diskFullInDays: 'days',
    diskBusyPercent: '%',
    interfaceDown: 'whether',
    targetLossPercent: '%',
    targetLatencyMs: 'ms',
    clockOffsetSeconds: 's',
    recordsDroppedPerHour: 'count',
    probeFailing: 'whether',
    probeMs: 'ms',
    probeLossPercent: '%',
    certificateDaysLeft: 'days',
  });
});
