import type { DeviceField, DeviceKind, HostMetricName } from '@opsgauge/contract';
import { hourMs, minuteMs, type SignalName } from '@opsgauge/domain';
import { evidenceOf, probeOf, signalOf, type Judged } from './evidence.js';

/** In what a chart's values are drawn; `''`: they are counted. */
export type FaultChartUnit = '%' | 'ms' | 'Mb/s' | '/s' | '';

/** One of the host's metrics, or one field of one of its devices. */
export type SampleChart =
  | { kind: 'host'; field: HostMetricName; unit: FaultChartUnit }
  | {
      kind: 'device';
      device: { kind: DeviceKind; name: string };
      field: DeviceField;
      unit: FaultChartUnit;
    };
/** What is drawn beside a fault: what a server measured of itself, or how a probe was answered. */
export type FaultChart = SampleChart | { kind: 'probe'; probeId: string };

const hostFields: Partial<Record<SignalName, { field: HostMetricName; unit: FaultChartUnit }>> = {
  cpuPercent: { field: 'cpuPercent', unit: '%' },
  ioWaitPercent: { field: 'ioWaitPercent', unit: '%' },
  stealPercent: { field: 'stealPercent', unit: '%' },
  load1: { field: 'load1', unit: '' },
  memoryUsedPercent: { field: 'memoryUsedPercent', unit: '%' },
  swapUsedPercent: { field: 'swapUsedPercent', unit: '%' },
  diskUsedPercent: { field: 'diskUsedPercent', unit: '%' },
  networkErrorsPerSecond: { field: 'networkErrorsPerSecond', unit: '/s' },
  tcpRetransmitsPerSecond: { field: 'tcpRetransmitsPerSecond', unit: '/s' },
  processCount: { field: 'processCount', unit: '' },
};

const deviceFields: Partial<
  Record<SignalName, { kind: DeviceKind; field: DeviceField; unit: FaultChartUnit }>
> = {
  mountUsedPercent: { kind: 'mounts', field: 'usedPercent', unit: '%' },
  diskFullInDays: { kind: 'mounts', field: 'usedPercent', unit: '%' },
  mountInodesUsedPercent: { kind: 'mounts', field: 'inodesUsedPercent', unit: '%' },
  diskBusyPercent: { kind: 'disks', field: 'busyPercent', unit: '%' },
  interfaceDown: { kind: 'interfaces', field: 'receiveBytesPerSecond', unit: 'Mb/s' },
  targetLossPercent: { kind: 'targets', field: 'lossPercent', unit: '%' },
  targetLatencyMs: { kind: 'targets', field: 'latencyMs', unit: 'ms' },
};

/** Where nothing fits better, the processor: its line breaks where the host was not heard. */
const fallback: SampleChart = { kind: 'host', field: 'cpuPercent', unit: '%' };

/** The chart that goes with a fault; null for one of no server and no probe. */
export function chartOf(fault: Judged): FaultChart | null {
  const signal = signalOf(fault);
  const probeId = probeOf(fault);
  if (probeId !== null) return { kind: 'probe', probeId };
  if (fault.serverId === null) return null;
  const host = signal && hostFields[signal];
  if (host) return { kind: 'host', ...host };
  const device = signal && deviceFields[signal];
  const name = fault.title.params['subject'];
  if (!device || typeof name !== 'string' || name === '') return fallback;
  return { kind: 'device', device: { kind: device.kind, name }, field: device.field, unit: device.unit };
}

/** Of these the chart draws something else than what the rule's threshold is a number of. */
const drawnByOther: readonly SignalName[] = ['diskFullInDays', 'interfaceDown'];

/** The threshold that a fault's rule had, where its chart draws what the rule judged; null where it does not. */
export function thresholdOf(fault: Judged): number | null {
  const signal = signalOf(fault);
  if (!signal || drawnByOther.includes(signal) || !(signal in hostFields || signal in deviceFields))
    return null;
  return evidenceOf(fault).threshold ?? null;
}

const before = 3 * hourMs;
const after = hourMs;

/** From three hours before the fault to an hour after it, or now; in whole minutes, so that it is asked for once. */
export function chartPeriod(
  startMs: number,
  endMs: number | null,
  nowMs: number,
): { from: number; to: number } {
  const whole = (ms: number) => Math.ceil(ms / minuteMs) * minuteMs;
  const to = Math.min(whole(nowMs), endMs === null ? Infinity : whole(endMs + after));
  return { from: whole(startMs - before) - minuteMs, to };
}
