import type { InterfaceReading } from '@opsgauge/contract';
import { devicesMax } from '@opsgauge/contract/devices';
import type { HostFiles } from '../system/host-files.js';
import { toHundredths, toWhole } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';
import { CounterMemory } from './counters.js';

interface Row {
  name: string;
  isPhysical: boolean;
  /** receive bytes, transmit bytes, errors, drops */
  counters: [number, number, number, number];
}

const isUp = (files: HostFiles, name: string): boolean => {
  try {
    const state = files.read(`/sys/class/net/${name}/operstate`).trim();
    if (state !== 'unknown') return state === 'up';
    // Tunnels and PPP know no operational state; IFF_UP is what there is.
    return (Number(files.read(`/sys/class/net/${name}/flags`)) & 1) === 1;
  } catch {
    return true;
  }
};

const parseRows = (text: string, isPhysical: (name: string) => boolean): Row[] => {
  const rows: Row[] = [];
  for (const line of text.split('\n')) {
    const separator = line.indexOf(':');
    if (separator < 0) continue;
    const name = line.slice(0, separator).trim();
    const columns = line
      .slice(separator + 1)
      .trim()
      .split(/\s+/)
      .map(Number);
    if (name === 'lo' || columns.length < 16 || columns.some(Number.isNaN)) continue;
    const column = (index: number) => columns[index] ?? 0;
    const counters: Row['counters'] = [column(0), column(8), column(2) + column(10), column(3) + column(11)];
    rows.push({ name, isPhysical: isPhysical(name), counters });
  }
  return rows;
};

/**
 * Throughput, errors and drops of every interface but loopback, from /proc/net/dev; link state from /sys. A virtual
 * interface that is down and never carried a byte is left out. The host-wide figures are sums over the interfaces with
 * hardware behind them, because a bridge, bond or VLAN counts the same bytes once more; where there are none (in a
 * container), over all.
 */
export const createInterfacesCollector = (files: HostFiles): ImmediateCollector => {
  const memory = new CounterMemory();
  const physical = new Map<string, boolean>();
  const isPhysical = (name: string): boolean => {
    const known = physical.get(name);
    if (known !== undefined) return known;
    const found = files.exists(`/sys/class/net/${name}/device`);
    physical.set(name, found);
    return found;
  };

  return {
    name: 'interfaces',
    collect: (atMs) => {
      const rows = parseRows(files.read('/proc/net/dev'), isPhysical);
      memory.begin(atMs);
      const hasPhysical = rows.some((row) => row.isPhysical);
      const totals = [0, 0, 0];
      let measured = 0;
      const interfaces: InterfaceReading[] = [];
      for (const { name, isPhysical: hasHardware, counters } of rows) {
        const movement = memory.move(name, counters);
        if (!movement?.deltas) continue;
        const rates = movement.deltas.map((delta) => delta / movement.seconds) as Row['counters'];
        if (hasHardware || !hasPhysical) {
          measured += 1;
          for (let index = 0; index < totals.length; index += 1) totals[index]! += rates[index]!;
        }
        // What just received is up; only a quiet interface is asked.
        const up = rates[0] > 0 || isUp(files, name);
        if (!up && !hasHardware && counters[0] + counters[1] === 0) continue;
        interfaces.push({
          name,
          isUp: up,
          receiveBytesPerSecond: toWhole(rates[0]) ?? 0,
          transmitBytesPerSecond: toWhole(rates[1]) ?? 0,
          errorsPerSecond: toHundredths(rates[2]) ?? 0,
          dropsPerSecond: toHundredths(rates[3]) ?? 0,
        });
      }
      for (const name of physical.keys()) if (!rows.some((row) => row.name === name)) physical.delete(name);
      if (measured === 0) return { devices: { interfaces: interfaces.slice(0, devicesMax) } };
      const [receive = 0, transmit = 0, errors = 0] = totals;
      return {
        metrics: {
          networkReceiveBytesPerSecond: toWhole(receive),
          networkTransmitBytesPerSecond: toWhole(transmit),
          networkErrorsPerSecond: toHundredths(errors),
        },
        devices: { interfaces: interfaces.slice(0, devicesMax) },
      };
    },
  };
};
