import type { AdditionalReadings, DeviceReadings, HostMetrics } from '@opsgauge/contract';
import { readDisks } from './disks.js';
import { readInterfaces } from './interfaces.js';
import { readMemory } from './memory.js';
import { readMounts } from './mounts.js';
import { readProcessor } from './processor.js';
import { toHundredths, toWhole } from './round.js';
import { Readings, type Scrape } from './series.js';

/** What a sample holds of a host, whoever read it. */
export interface HostReading {
  readonly metrics: HostMetrics;
  readonly devices: DeviceReadings;
  readonly additional?: AdditionalReadings;
}

/**
 * Reads a scrape of node_exporter as one of our agents' samples. What it does not tell is left out; so are rates where
 * there was no scrape before, or a counter began anew.
 *
 * @param before the scrape before it; null where there is none
 */
export function readHost(scrape: Scrape, before: Scrape | null): HostReading {
  const readings = new Readings(scrape, before);
  const memory = readMemory(readings);
  const mounts = readMounts(readings);
  const disks = readDisks(readings);
  const interfaces = readInterfaces(readings);
  const tcpConnections = readings.value('node_netstat_Tcp_CurrEstab');
  const additional = {
    ...(memory.swapUsedBytes === undefined ? {} : { swapUsedBytes: memory.swapUsedBytes }),
    ...(tcpConnections === undefined ? {} : { tcpConnections }),
  };
  return {
    metrics: {
      ...readProcessor(readings),
      ...memory.metrics,
      ...(mounts.length > 0 && {
        diskUsedPercent: Math.max(...mounts.map(({ usedPercent }) => usedPercent)),
      }),
      ...disks.metrics,
      ...interfaces.metrics,
      ...readRest(readings),
    },
    devices: { mounts, disks: disks.disks, interfaces: interfaces.interfaces },
    ...(Object.keys(additional).length > 0 && { additional }),
  };
}

function readRest(readings: Readings): HostMetrics {
  const load1 = readings.value('node_load1');
  const retransmits = readings.perSecond('node_netstat_Tcp_RetransSegs');
  const processCount = readings.value('node_processes_pids');
  const bootSeconds = readings.value('node_boot_time_seconds');
  return {
    ...(load1 === undefined ? {} : { load1: toHundredths(load1) }),
    ...(retransmits === undefined ? {} : { tcpRetransmitsPerSecond: toHundredths(retransmits) }),
    ...(processCount === undefined ? {} : { processCount: toWhole(processCount) }),
    ...(bootSeconds === undefined ? {} : { uptimeSeconds: toWhole(readings.atMs / 1000 - bootSeconds) }),
  };
}
