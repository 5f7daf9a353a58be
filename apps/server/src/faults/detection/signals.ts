import type { SampleFact, Signal, SignalName } from '@opsgauge/domain';
import { hostMetricNames, type HostMetrics } from '@opsgauge/contract';
import type { Readings } from '../../telemetry/readings/readings.js';

/** What of a sample rules may judge. */
export interface JudgedSample {
  readonly fact: Pick<SampleFact, 'observedAtMs' | 'intervalMs'>;
  readonly metrics: HostMetrics;
  readonly readings: Readings;
}

const softMissMs = 30_000;
/** Targets answer once a minute. */
const targetEveryMs = 60_000;

const judgedMetrics = new Set<string>([
  'cpuPercent',
  'ioWaitPercent',
  'stealPercent',
  'load1',
  'memoryUsedPercent',
  'swapUsedPercent',
  'diskUsedPercent',
  'networkErrorsPerSecond',
  'tcpRetransmitsPerSecond',
  'processCount',
] satisfies SignalName[]);

/**
 * The signals that a sample holds.
 *
 * @param wasUp whether an interface has been seen up: one that never was has nothing plugged in, and is no fault
 */
export function signalsOf(
  { fact, metrics, readings }: JudgedSample,
  wasUp: (interfaceName: string) => boolean,
): Signal[] {
  const vouchedMs = Math.max(3 * fact.intervalMs, softMissMs);
  const signals: Signal[] = [];
  const add = (name: SignalName, subject: string, value: number | undefined, vouched = vouchedMs) => {
    if (value !== undefined)
      signals.push({ name, subject, value, atMs: fact.observedAtMs, vouchedMs: vouched });
  };
  for (const name of hostMetricNames) if (judgedMetrics.has(name)) add(name as SignalName, '', metrics[name]);
  for (const mount of readings.devices.mounts) {
    add('mountUsedPercent', mount.mountPoint, mount.usedPercent);
    add('mountInodesUsedPercent', mount.mountPoint, mount.inodesUsedPercent);
  }
  for (const disk of readings.devices.disks) add('diskBusyPercent', disk.name, disk.busyPercent);
  for (const { name, isUp } of readings.devices.interfaces) {
    if (isUp || wasUp(name)) add('interfaceDown', name, isUp ? 0 : 1);
  }
  const { clockOffsetMs, targets = [] } = readings.additional ?? {};
  if (clockOffsetMs !== undefined) add('clockOffsetSeconds', '', Math.abs(clockOffsetMs) / 1000);
  for (const target of targets) {
    const vouched = Math.max(vouchedMs, 3 * targetEveryMs);
    add('targetLossPercent', target.name, target.lossPercent, vouched);
    add('targetLatencyMs', target.name, target.latencyMs, vouched);
  }
  return signals;
}
