import type { HostFiles } from '../system/host-files.js';
import { toHundredths } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';
import { CounterMemory } from './counters.js';

interface TcpCounts {
  retransmitted: number;
  connections: number;
}

const parse = (text: string): TcpCounts => {
  const [names, values] = text
    .split('\n')
    .filter((line) => line.startsWith('Tcp:'))
    .map((line) => line.split(' '));
  const count = (name: string) => Number(values?.[names?.indexOf(name) ?? -1]);
  const found = { retransmitted: count('RetransSegs'), connections: count('CurrEstab') };
  if (!Number.isFinite(found.retransmitted)) throw new Error('/proc/net/snmp tells no RetransSegs');
  return found;
};

/** TCP segments sent again, a second, and connections that are open, from /proc/net/snmp. */
export const createTcpCollector = (files: HostFiles): ImmediateCollector => {
  const memory = new CounterMemory();
  return {
    name: 'tcp',
    collect: (atMs) => {
      const { retransmitted, connections } = parse(files.read('/proc/net/snmp'));
      memory.begin(atMs);
      const movement = memory.move('tcp', [retransmitted]);
      const open = Number.isFinite(connections) && { additional: { tcpConnections: connections } };
      if (!movement?.deltas) return { ...open };
      const [delta = 0] = movement.deltas;
      return { metrics: { tcpRetransmitsPerSecond: toHundredths(delta / movement.seconds) }, ...open };
    },
  };
};
