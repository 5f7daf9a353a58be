import { devicesMax, type HostMetrics, type InterfaceReading } from '@opsgauge/contract';
import { toHundredths, toWhole } from './round.js';
import type { Readings } from './series.js';

/** Bridges, bonds, VLANs, tunnels and what containers make: they count the bytes of another interface once more. */
const virtual =
  /^(?:bond|br-|bridge|cali|cilium|cni|docker|dummy|flannel|ifb|kube|lxc|ovs|tap|team|tun|veth|virbr|vlan|vnet|vxlan|wg)|[.@:]/;

/**
 * Throughput, errors and drops of every interface but loopback. The host-wide figures are sums over those with hardware
 * behind them, which node_exporter does not tell and their names do; where there are none, over all.
 */
export function readInterfaces(readings: Readings): { metrics: HostMetrics; interfaces: InterfaceReading[] } {
  const names = readings
    .labelsOf('node_network_receive_bytes_total')
    .map(([name]) => name!)
    .filter((name) => name !== '' && name !== 'lo');
  const interfaces = names.flatMap((name) => readInterface(readings, name) ?? []);
  const hasPhysical = names.some((name) => !virtual.test(name));
  const counted = interfaces.filter(({ name }) => !hasPhysical || !virtual.test(name));
  if (counted.length === 0) return { metrics: {}, interfaces };
  const sum = (of: (one: InterfaceReading) => number) => counted.reduce((total, one) => total + of(one), 0);
  return {
    metrics: {
      networkReceiveBytesPerSecond: sum(({ receiveBytesPerSecond }) => receiveBytesPerSecond),
      networkTransmitBytesPerSecond: sum(({ transmitBytesPerSecond }) => transmitBytesPerSecond),
      networkErrorsPerSecond: toHundredths(sum(({ errorsPerSecond }) => errorsPerSecond)),
    },
    interfaces: interfaces.slice(0, devicesMax),
  };
}

function readInterface(readings: Readings, name: string): InterfaceReading | undefined {
  const rate = (metric: string) => readings.perSecond(`node_network_${metric}_total`, name);
  const [receive, transmit] = [rate('receive_bytes'), rate('transmit_bytes')];
  if (receive === undefined || transmit === undefined) return undefined;
  const both = (kind: string) =>
    toHundredths((rate(`receive_${kind}`) ?? 0) + (rate(`transmit_${kind}`) ?? 0));
  // What just received is up, also where the kernel does not know.
  const isUp = receive > 0 || readings.value('node_network_up', name) !== 0;
  if (!isUp && virtual.test(name)) return undefined;
  return {
    name: name.slice(0, 256),
    isUp,
    receiveBytesPerSecond: toWhole(receive),
    transmitBytesPerSecond: toWhole(transmit),
    errorsPerSecond: both('errs'),
    dropsPerSecond: both('drop'),
  };
}
