import {
  devicesMax,
  isDiskOnDisks,
  isWholeDisk,
  type DiskReading,
  type HostMetrics,
} from '@opsgauge/contract';
import { toHundredths, toPercent, toWhole } from './round.js';
import type { Readings } from './series.js';

/**
 * Throughput, operations and busy time of whole devices. The host-wide figures leave out device mapper and software
 * RAID, which count the same bytes once more, unless nothing else is there.
 */
export function readDisks(readings: Readings): { metrics: HostMetrics; disks: DiskReading[] } {
  const names = readings
    .labelsOf('node_disk_read_bytes_total')
    .map(([name]) => name!)
    .filter((name) => name !== '' && isWholeDisk(name));
  const disks = names.flatMap((name) => readDisk(readings, name) ?? []);
  const hasPlain = names.some((name) => !isDiskOnDisks(name));
  const counted = disks.filter(({ name }) => !hasPlain || !isDiskOnDisks(name));
  if (counted.length === 0) return { metrics: {}, disks };
  const sum = (of: (disk: DiskReading) => number) => counted.reduce((total, disk) => total + of(disk), 0);
  return {
    metrics: {
      diskReadBytesPerSecond: sum(({ readBytesPerSecond }) => readBytesPerSecond),
      diskWriteBytesPerSecond: sum(({ writeBytesPerSecond }) => writeBytesPerSecond),
    },
    disks: disks.slice(0, devicesMax),
  };
}

function readDisk(readings: Readings, name: string): DiskReading | undefined {
  const rate = (metric: string) => readings.perSecond(`node_disk_${metric}_total`, name);
  const everUsed =
    (readings.value('node_disk_read_bytes_total', name) ?? 0) +
    (readings.value('node_disk_written_bytes_total', name) ?? 0);
  const [read, written] = [rate('read_bytes'), rate('written_bytes')];
  if (read === undefined || written === undefined || everUsed === 0) return undefined;
  const [busy, reads, writes] = [rate('io_time_seconds'), rate('reads_completed'), rate('writes_completed')];
  return {
    name: name.slice(0, 256),
    readBytesPerSecond: toWhole(read),
    writeBytesPerSecond: toWhole(written),
    ...(busy === undefined ? {} : { busyPercent: toPercent(100 * busy) }),
    ...(reads === undefined ? {} : { readsPerSecond: toHundredths(reads) }),
    ...(writes === undefined ? {} : { writesPerSecond: toHundredths(writes) }),
  };
}
