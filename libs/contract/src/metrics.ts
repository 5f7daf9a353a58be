import { z } from 'zod';
import { devicesMax } from './devices.js';

const percent = z.number().min(0).max(100);
const nonNegative = z.number().min(0);

/** Host-wide metrics of one sample. A value the agent cannot read is left out; `null` is refused as unreadable. */
export const hostMetricsSchema = z.object({
  cpuPercent: percent.optional(),
  ioWaitPercent: percent.optional(),
  stealPercent: percent.optional(),
  load1: nonNegative.optional(),
  memoryUsedPercent: percent.optional(),
  memoryUsedBytes: nonNegative.optional(),
  swapUsedPercent: percent.optional(),
  /** The fullest mount. */
  diskUsedPercent: percent.optional(),
  diskReadBytesPerSecond: nonNegative.optional(),
  diskWriteBytesPerSecond: nonNegative.optional(),
  networkReceiveBytesPerSecond: nonNegative.optional(),
  networkTransmitBytesPerSecond: nonNegative.optional(),
  networkErrorsPerSecond: nonNegative.optional(),
  tcpRetransmitsPerSecond: nonNegative.optional(),
  processCount: nonNegative.optional(),
  uptimeSeconds: nonNegative.optional(),
});
export type HostMetrics = z.infer<typeof hostMetricsSchema>;
export type HostMetricName = keyof HostMetrics;

/** The metrics in the order of their columns. */
export const hostMetricNames = Object.keys(hostMetricsSchema.shape) as HostMetricName[];

const deviceName = z.string().min(1).max(256);

export const mountReadingSchema = z.object({
  mountPoint: deviceName,
  device: z.string().max(256),
  fileSystem: z.string().max(64),
  totalBytes: nonNegative,
  usedBytes: nonNegative,
  availableBytes: nonNegative,
  usedPercent: percent,
  inodesUsedPercent: percent.optional(),
});
export type MountReading = z.infer<typeof mountReadingSchema>;

export const diskReadingSchema = z.object({
  name: deviceName,
  readBytesPerSecond: nonNegative,
  writeBytesPerSecond: nonNegative,
  busyPercent: percent.optional(),
  readsPerSecond: nonNegative.optional(),
  writesPerSecond: nonNegative.optional(),
});
export type DiskReading = z.infer<typeof diskReadingSchema>;

export const interfaceReadingSchema = z.object({
  name: deviceName,
  isUp: z.boolean(),
  receiveBytesPerSecond: nonNegative,
  transmitBytesPerSecond: nonNegative,
  errorsPerSecond: nonNegative,
  dropsPerSecond: nonNegative,
});
export type InterfaceReading = z.infer<typeof interfaceReadingSchema>;

/** How a named target answered over the last minute, by ICMP where the agent may, else by opening a TCP connection. */
export const targetReadingSchema = z.object({
  name: deviceName,
  method: z.enum(['icmp', 'tcp']),
  /** Mean of the attempts that were answered; left out where none was. */
  latencyMs: nonNegative.optional(),
  lossPercent: percent,
});
export type TargetReading = z.infer<typeof targetReadingSchema>;

/** What a sample says of the host beyond its columns. */
export const additionalReadingsSchema = z.object({
  /** Use of each core in the order of the kernel; only while a page is watched. */
  corePercents: z.array(percent).max(1024).optional(),
  swapUsedBytes: nonNegative.optional(),
  /** Connections that are open. */
  tcpConnections: nonNegative.optional(),
  /** The hub's clock less the host's, at the last answer. */
  clockOffsetMs: z.number().optional(),
  /** Only in the sample that follows their minute. */
  targets: z.array(targetReadingSchema).max(32).optional(),
  /** What could not be read, or only in part, each with the reason. */
  problems: z
    .array(z.object({ collector: z.string().max(64), reason: z.string().max(300) }))
    .max(32)
    .optional(),
});
export type AdditionalReadings = z.infer<typeof additionalReadingsSchema>;

/** What a sample says of single devices. */
export const deviceReadingsSchema = z.object({
  mounts: z.array(mountReadingSchema).max(devicesMax).default([]),
  disks: z.array(diskReadingSchema).max(devicesMax).default([]),
  interfaces: z.array(interfaceReadingSchema).max(devicesMax).default([]),
});
export type DeviceReadings = z.infer<typeof deviceReadingsSchema>;
