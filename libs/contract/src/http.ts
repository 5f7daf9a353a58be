import type { Evidence, Observation, StatusClass } from '@opsgauge/domain';
import { z } from 'zod';
import { instantSchema, inspectionReadingSchema } from './agent-wire.js';
import { deviceReadingsSchema, hostMetricNames, hostMetricsSchema, type HostMetricName } from './metrics.js';

/** A decimal as a string: exact, never a binary float. */
export const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

// Accounts

export const roleSchema = z.enum(['admin', 'lead', 'operator', 'owner', 'evaluator']);
export type Role = z.infer<typeof roleSchema>;

export const loginRequestSchema = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type LoginRequest = z.infer<typeof loginRequestSchema>;

/** Who is asking; `user` is null when nobody is logged in. */
export const sessionSchema = z.object({
  user: z
    .object({ id: z.uuid(), username: z.string(), displayName: z.string(), role: roleSchema })
    .nullable(),
  timeZone: z.string(),
  serverTime: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.object({ isReachable: z.boolean(), version: z.string().nullable(), embedded: z.boolean() }),
  startedAt: instantSchema,
});
export type Health = z.infer<typeof healthSchema>;

// Status

export const statusClassSchema = z.enum([
  'up',
  'down',
  'unknown',
  'maintenance',
  'out-of-service',
] satisfies StatusClass[]);
export const observationSchema = z.enum(['up', 'down', 'unknown'] satisfies Observation[]);
/** Why an instant is read as it is; the order in which evidence decides stands in libs/domain/src/status/read-gap.ts. */
export const evidenceSchema = z.enum([
  'samples',
  'boot',
  'soft-miss',
  'frozen',
  'agent-stopped',
  'probe',
  'hub-outage',
  'silence',
  'not-monitored',
  'components',
] satisfies Evidence[]);

// Servers

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
/** `fleet` is the sum of the members' milliseconds, never the mean of their percentages. */
export const serversResponseSchema = list(serverSchema).extend({
  fleet: z.object({
    monthAvailabilityPercent: decimalSchema.nullable(),
    monthCoveragePercent: decimalSchema.nullable(),
  }),
});
export type ServersResponse = z.infer<typeof serversResponseSchema>;

const bucketValues = z.array(z.number().nullable());
const metricSeries = z.object({ mean: bucketValues, min: bucketValues, max: bucketValues });
export type MetricSeries = z.infer<typeof metricSeries>;

export const samplesQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  points: z.coerce.number().int().min(1).max(600).default(300),
});
export type SamplesQuery = z.infer<typeof samplesQuerySchema>;

/** Aligned buckets over `[from, to)`; `null` where there is a gap. `times` are the buckets' starts. */
export const samplesResponseSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  bucketSeconds: z.number(),
  times: z.array(instantSchema),
  series: z.object(
    Object.fromEntries(hostMetricNames.map((name) => [name, metricSeries])) as Record<
      HostMetricName,
      typeof metricSeries
    >,
  ),
});
export type SamplesResponse = z.infer<typeof samplesResponseSchema>;

export const rawSamplesQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  /** `first` lists from the start of the period, `last` from its end. */
  order: z.enum(['first', 'last']).default('first'),
});
export type RawSamplesQuery = z.infer<typeof rawSamplesQuerySchema>;

/** A sample as it is stored: nothing derived, so that a figure can be checked against it. */
export const rawSampleSchema = z.object({
  epoch: z.number(),
  seq: z.number(),
  runId: z.string(),
  bootId: z.string(),
  observedAt: instantSchema,
  correctionMs: z.number(),
  receivedAt: instantSchema,
  intervalSeconds: z.number(),
  metrics: hostMetricsSchema,
});
export type RawSample = z.infer<typeof rawSampleSchema>;
export const rawSamplesResponseSchema = list(rawSampleSchema).extend({ total: z.number() });
export type RawSamplesResponse = z.infer<typeof rawSamplesResponseSchema>;

// Availability

export const periodQuerySchema = z.object({ from: instantSchema, to: instantSchema });
export type PeriodQuery = z.infer<typeof periodQuerySchema>;

export const statusIntervalSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  class: statusClassSchema,
  observation: observationSchema,
  evidence: evidenceSchema,
  /** The host worked but could not reach the hub, which was reachable for others: the network was at fault. */
  isUnreachable: z.boolean(),
});
export type StatusInterval = z.infer<typeof statusIntervalSchema>;

/** `to` is capped at now. Percentages are floored to four decimals; null means no data, never 0 and never 100. */
export const availabilityResponseSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  upMs: z.number(),
  downMs: z.number(),
  unknownMs: z.number(),
  maintenanceMs: z.number(),
  outOfServiceMs: z.number(),
  availabilityPercent: decimalSchema.nullable(),
  coveragePercent: decimalSchema.nullable(),
  pessimisticPercent: decimalSchema.nullable(),
  strictPercent: decimalSchema.nullable(),
  upHours: decimalSchema,
  intervals: z.array(statusIntervalSchema),
});
export type AvailabilityResponse = z.infer<typeof availabilityResponseSchema>;

/** One calendar day of the organisation's zone, for the availability strip. */
export const availabilityDaySchema = z.object({
  date: z.iso.date(),
  upMs: z.number(),
  downMs: z.number(),
  unknownMs: z.number(),
  maintenanceMs: z.number(),
  outOfServiceMs: z.number(),
  availabilityPercent: decimalSchema.nullable(),
  coveragePercent: decimalSchema.nullable(),
});
export type AvailabilityDay = z.infer<typeof availabilityDaySchema>;
/** Dates of the organisation's calendar, both included. */
export const daysQuerySchema = z.object({ from: z.iso.date(), to: z.iso.date() });
export type DaysQuery = z.infer<typeof daysQuerySchema>;
export const availabilityDaysResponseSchema = list(availabilityDaySchema).extend({
  total: availabilityResponseSchema.omit({ intervals: true }),
});
export type AvailabilityDaysResponse = z.infer<typeof availabilityDaysResponseSchema>;

// Gap readings: how a gap was read, when, and how it was read again

export const gapReadingSchema = z.object({
  id: z.string(),
  from: instantSchema,
  to: instantSchema,
  readAt: instantSchema,
  observation: observationSchema,
  evidence: evidenceSchema,
});
export type GapReading = z.infer<typeof gapReadingSchema>;
export const gapReadingsResponseSchema = list(gapReadingSchema);

// Systems

export const systemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  serviceFrom: instantSchema,
  serviceTo: instantSchema.nullable(),
  components: z.array(z.object({ serverId: z.uuid(), serverName: z.string(), isCritical: z.boolean() })),
});
export type System = z.infer<typeof systemSchema>;
export const systemsResponseSchema = list(systemSchema);
export type SystemsResponse = z.infer<typeof systemsResponseSchema>;

// Evaluation

export const evaluationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  projectName: z.string(),
  systemId: z.uuid(),
  systemName: z.string(),
  from: instantSchema,
  to: instantSchema,
  /** The moment the figures are counted up to: the period's end, or now if that is earlier. */
  cutOffAt: instantSchema,
  ruleSet: z.string(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;
export const evaluationsResponseSchema = list(evaluationSchema);
export type EvaluationsResponse = z.infer<typeof evaluationsResponseSchema>;

/** One measured indicator. Decimals are strings; `score` is null while a person has to confirm (coverage < 95 %). */
export const actualSchema = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  operator: z.enum(['>=', '<=', '=', '>', '<']),
  target: decimalSchema,
  actual: decimalSchema.nullable(),
  /** What the actual was counted from, exact. Of measures of time (`up-hours`, `availability`): whole milliseconds. */
  numerator: decimalSchema,
  denominator: decimalSchema,
  coveragePercent: decimalSchema.nullable(),
  fullScore: decimalSchema,
  score: decimalSchema.nullable(),
  /** Name and version of the measure's definition, e.g. `up-hours@1`. */
  measure: z.string(),
  ruleSet: z.string(),
  evidenceUrl: z.string(),
});
export type Actual = z.infer<typeof actualSchema>;
export const actualsResponseSchema = list(actualSchema).extend({
  evaluation: evaluationSchema,
  total: z.object({
    fullScore: decimalSchema,
    score: decimalSchema,
    scoredFullScore: decimalSchema,
    grade: z.string().nullable(),
  }),
});
export type ActualsResponse = z.infer<typeof actualsResponseSchema>;

// Inspections

export const inspectionSchema = z.object({
  id: z.uuid(),
  serverId: z.uuid(),
  serverName: z.string(),
  state: z.enum(['requested', 'completed']),
  requestedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  reading: inspectionReadingSchema.nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export const inspectionsResponseSchema = list(inspectionSchema);

// Adding a server

export const enrolmentTokenResponseSchema = z.object({ token: z.string(), expiresAt: instantSchema });
export type EnrolmentTokenResponse = z.infer<typeof enrolmentTokenResponseSchema>;
