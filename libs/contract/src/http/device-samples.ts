import { z } from 'zod';
import type { DiskReading, InterfaceReading, MountReading, TargetReading } from '../metrics.js';
import { bucketsSchema, metricSeriesSchema, pointsSchema, samplesPeriodSchema } from './samples.js';

/** What there is one of for each device of a kind, in the order in which pages list it. */
export const deviceFields = {
  mounts: ['usedPercent', 'inodesUsedPercent', 'usedBytes', 'availableBytes', 'totalBytes'],
  disks: ['busyPercent', 'readBytesPerSecond', 'writeBytesPerSecond', 'readsPerSecond', 'writesPerSecond'],
  interfaces: ['receiveBytesPerSecond', 'transmitBytesPerSecond', 'errorsPerSecond', 'dropsPerSecond'],
  targets: ['latencyMs', 'lossPercent'],
} as const satisfies {
  mounts: readonly (keyof MountReading)[];
  disks: readonly (keyof DiskReading)[];
  interfaces: readonly (keyof InterfaceReading)[];
  targets: readonly (keyof TargetReading)[];
};
export type DeviceKind = keyof typeof deviceFields;
export type DeviceField = (typeof deviceFields)[DeviceKind][number];

export const deviceKinds = Object.keys(deviceFields) as DeviceKind[];
const everyDeviceField = Object.values(deviceFields).flat() as DeviceField[];

export const deviceSamplesQuerySchema = samplesPeriodSchema.extend({
  points: pointsSchema,
  kind: z.enum(deviceKinds).describe('What kind of device.'),
  name: z.string().min(1).max(256).describe('Mount point, or name of the disk, interface or target.'),
});
export type DeviceSamplesQuery = z.infer<typeof deviceSamplesQuerySchema>;

/** Buckets as those of the host's metrics; a field that no sample of the period has is left out. */
export const deviceSamplesResponseSchema = bucketsSchema.extend({
  series: z.partialRecord(z.enum(everyDeviceField), metricSeriesSchema),
});
export type DeviceSamplesResponse = z.infer<typeof deviceSamplesResponseSchema>;
