import { z } from 'zod';

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

/** What a sample says of single devices. */
export const deviceReadingsSchema = z.object({
  mounts: z.array(mountReadingSchema).max(256).default([]),
  disks: z.array(diskReadingSchema).max(256).default([]),
  interfaces: z.array(interfaceReadingSchema).max(256).default([]),
});
export type DeviceReadings = z.infer<typeof deviceReadingsSchema>;
