import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { additionalReadingsSchema, deviceReadingsSchema, hostMetricsSchema } from '../metrics.js';
import { decimalSchema, listOf } from './common.js';
import { statusClassSchema } from './status.js';

export const latestSampleSchema = hostMetricsSchema.extend({
  observedAt: instantSchema,
  devices: deviceReadingsSchema,
});
export type LatestSample = z.infer<typeof latestSampleSchema>;

export const serverSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  hostname: z.string(),
  address: z.string().nullable(),
  operatingSystem: z.string().nullable(),
  agentVersion: z.string().nullable(),
  intervalSeconds: z.number(),
  systemId: z.uuid().nullable(),
  systemName: z.string().nullable(),
  isCritical: z.boolean(),
  /** False of a server that enrolled and nobody has looked at yet. */
  isApproved: z.boolean(),
  /** Left the lists; its history is still there. */
  isRetired: z.boolean(),
  /** The server it is reached through: while that one is missing, its silence is no fault of its own. */
  gatewayServerId: z.uuid().nullable(),
  status: statusClassSchema,
  statusSince: instantSchema.nullable(),
  lastReportAt: instantSchema.nullable(),
  latest: latestSampleSchema.nullable(),
  /** This month's figures so far; floored to four decimals. */
  monthAvailabilityPercent: decimalSchema.nullable(),
  monthCoveragePercent: decimalSchema.nullable(),
  /** Mean CPU over the last hour in 40 equal steps, null where nothing was heard. */
  cpuLastHour: z.array(z.number().nullable()),
  /** Samples the agent dropped because its spool was full. */
  droppedSamples: z.number(),
});
export type Server = z.infer<typeof serverSchema>;

/** A single server as it is read by its id. */
export const serverDetailSchema = serverSchema.extend({
  /**
   * What the latest sample says beyond its metrics and devices; `targets` and `problems` as they were last said, since
   * not every sample has them. Left out where nothing was said.
   */
  additional: additionalReadingsSchema.optional(),
});
export type ServerDetail = z.infer<typeof serverDetailSchema>;

/** `fleet` is the sum of the members' milliseconds, never the mean of their percentages. */
export const serversResponseSchema = listOf(serverSchema).extend({
  fleet: z.object({
    monthAvailabilityPercent: decimalSchema.nullable(),
    monthCoveragePercent: decimalSchema.nullable(),
  }),
});
export type ServersResponse = z.infer<typeof serversResponseSchema>;

export const serversQuerySchema = z.object({
  /** `true`: the retired servers instead of those in use. */
  isRetired: z.enum(['true', 'false']).default('false'),
});
export type ServersQuery = z.infer<typeof serversQuerySchema>;

export const enrolmentTokenResponseSchema = z.object({
  token: z.string(),
  expiresAt: instantSchema,
  /** Lines to paste on a Linux server; null where the hub has no built agent to hand out. With Node.js there: */
  command: z.string().nullable(),
  /** With or without Node.js there; leaves the agent running. */
  bootstrapCommand: z.string().nullable(),
  /** The lines name a loopback address: they work on the hub's own machine only. */
  isLocalOnly: z.boolean(),
});
export type EnrolmentTokenResponse = z.infer<typeof enrolmentTokenResponseSchema>;
