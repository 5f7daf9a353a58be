import type { DiskReading } from '@opsgauge/contract';
import { devicesMax, isDiskOnDisks, isIgnoredDisk, isWholeDisk } from '@opsgauge/contract/devices';
import type { HostFiles } from '../system/host-files.js';
import { toHundredths, toPercent, toWhole } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';
import { CounterMemory } from './counters.js';

/** /proc/diskstats counts in these, whatever the device's own sector is. */
const sectorBytes = 512;

interface Row {
  name: string;
  /** sectors read, sectors written, milliseconds busy, reads, writes */
  counters: [number, number, number, number, number];
}

const parseRows = (text: string, isWhole: (name: string) => boolean): Row[] => {
  const rows: Row[] = [];
  for (const line of text.split('\n')) {
    const columns = line.trim().split(/\s+/);
    const name = columns[2];
    if (!name || columns.length < 14 || isIgnoredDisk(name) || !isWhole(name)) continue;
    const number = (index: number) => Number(columns[index]);
    const counters: Row['counters'] = [number(5), number(9), number(12), number(3), number(7)];
    if (counters.every(Number.isFinite) && counters[0] + counters[1] > 0) rows.push({ name, counters });
  }
  return rows;
};

/**
 * Throughput, operations and busy time of whole devices (no partitions, no loop or RAM devices, none that was never used), from
 * /proc/diskstats. The host-wide figures leave out device mapper and software RAID, which count the same bytes once
 * more, unless nothing else is there.
 */
export const createDisksCollector = (files: HostFiles): ImmediateCollector => {
  const memory = new CounterMemory();
  // /sys/block names whole devices only; a slash in a device's name stands there as an exclamation mark.
  const isWholeInSys = (name: string): boolean =>
    files.exists('/sys/block') ? files.exists(`/sys/block/${name.replaceAll('/', '!')}`) : isWholeDisk(name);
  const whole = new Map<string, boolean>();
  const isWhole = (name: string): boolean => {
    const known = whole.get(name);
    if (known !== undefined) return known;
    const found = isWholeInSys(name);
    whole.set(name, found);
    return found;
  };

  return {
    name: 'disks',
    collect: (atMs) => {
      const rows = parseRows(files.read('/proc/diskstats'), isWhole);
      memory.begin(atMs);
      const hasPlain = rows.some((row) => !isDiskOnDisks(row.name));
      const disks: DiskReading[] = [];
      let [read, written, measured] = [0, 0, 0];
      for (const { name, counters } of rows) {
        const movement = memory.move(name, counters);
        if (!movement?.deltas) continue;
        const [sectorsRead = 0, sectorsWritten = 0, busyMs = 0, reads = 0, writes = 0] = movement.deltas;
        const readRate = (sectorsRead * sectorBytes) / movement.seconds;
        const writeRate = (sectorsWritten * sectorBytes) / movement.seconds;
        if (!hasPlain || !isDiskOnDisks(name)) {
          measured += 1;
          read += readRate;
          written += writeRate;
        }
        disks.push({
          name,
          readBytesPerSecond: toWhole(readRate) ?? 0,
          writeBytesPerSecond: toWhole(writeRate) ?? 0,
          busyPercent: toPercent(busyMs / movement.seconds / 10),
          readsPerSecond: toHundredths(reads / movement.seconds),
          writesPerSecond: toHundredths(writes / movement.seconds),
        });
      }
      const devices = { disks: disks.slice(0, devicesMax) };
      if (measured === 0) return { devices };
      return {
        metrics: { diskReadBytesPerSecond: toWhole(read), diskWriteBytesPerSecond: toWhole(written) },
        devices,
      };
    },
  };
};
