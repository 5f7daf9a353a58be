import type { HostFiles } from '../system/host-files.js';
import { toHundredths } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';
import { CounterMemory } from './counters.js';

const retransmittedSegments = (text: string): number => {
  const [names, values] = text.split('\n').filter((line) => line.startsWith('Tcp:'));
  const index = names?.split(' ').indexOf('RetransSegs') ?? -1;
  const count = Number(values?.split(' ')[index]);
  if (index < 0 || !Number.isFinite(count)) throw new Error('/proc/net/snmp tells no RetransSegs');
  return count;
};

/** TCP segments sent again, a second, from /proc/net/snmp. */
export const createTcpCollector = (files: HostFiles): ImmediateCollector => {
  const memory = new CounterMemory();
  return {
    name: 'tcp',
    collect: (atMs) => {
      const count = retransmittedSegments(files.read('/proc/net/snmp'));
      memory.begin(atMs);
      const movement = memory.move('tcp', [count]);
      if (!movement?.deltas) return {};
      const [delta = 0] = movement.deltas;
      return { metrics: { tcpRetransmitsPerSecond: toHundredths(delta / movement.seconds) } };
    },
  };
};
