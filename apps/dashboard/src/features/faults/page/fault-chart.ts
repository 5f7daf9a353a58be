import type { DeviceField, DeviceKind, FaultDetail, HostMetricName } from '@opsgauge/contract';
import { defaultRules, hourMs, minuteMs, type DefaultRuleCode, type SignalName } from '@opsgauge/domain';

/** What is drawn beside a fault: one of the host's metrics, or one field of one of its devices. */
export type FaultChart =
  | { kind: 'host'; field: HostMetricName; isPercent: true }
  | { kind: 'device'; device: { kind: DeviceKind; name: string }; field: DeviceField; isPercent: boolean };

const hostFields: Partial<Record<SignalName, HostMetricName>> = {
  cpuPercent: 'cpuPercent',
  memoryUsedPercent: 'memoryUsedPercent',
  swapUsedPercent: 'swapUsedPercent',
  diskUsedPercent: 'diskUsedPercent',
};

const deviceFields: Partial<
  Record<SignalName, { kind: DeviceKind; field: DeviceField; isPercent: boolean }>
> = {
  mountUsedPercent: { kind: 'mounts', field: 'usedPercent', isPercent: true },
  diskFullInDays: { kind: 'mounts', field: 'usedPercent', isPercent: true },
  mountInodesUsedPercent: { kind: 'mounts', field: 'inodesUsedPercent', isPercent: true },
  diskBusyPercent: { kind: 'disks', field: 'busyPercent', isPercent: true },
  interfaceDown: { kind: 'interfaces', field: 'receiveBytesPerSecond', isPercent: false },
  targetLossPercent: { kind: 'targets', field: 'lossPercent', isPercent: true },
  targetLatencyMs: { kind: 'targets', field: 'latencyMs', isPercent: false },
};

/** Where nothing fits better, the processor: its line breaks where the host was not heard. */
const fallback: FaultChart = { kind: 'host', field: 'cpuPercent', isPercent: true };

/** The chart that goes with a fault; null for one of no server. */
export function chartOf({ serverId, title }: Pick<FaultDetail, 'serverId' | 'title'>): FaultChart | null {
  if (serverId === null) return null;
  const rule = Object.hasOwn(defaultRules, title.code) ? defaultRules[title.code as DefaultRuleCode] : null;
  if (!rule) return fallback;
  const host = hostFields[rule.signal];
  if (host) return { kind: 'host', field: host, isPercent: true };
  const device = deviceFields[rule.signal];
  const name = title.params['subject'];
  if (!device || typeof name !== 'string' || name === '') return fallback;
  return {
    kind: 'device',
    device: { kind: device.kind, name },
    field: device.field,
    isPercent: device.isPercent,
  };
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
