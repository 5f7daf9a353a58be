import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { probeOutcomeSchema, probeTargetSchema } from '../probe-wire.js';
import { decimalSchema, listOf } from './common.js';

/** A probe that stands for a host or for the hub's own network has to notice within seconds. */
export const vouchingIntervalSecondsMax = 15;
export const vouchingTimeoutSecondsMax = 5;

/** A probe: what is asked, how often, from where, and what its answer says something about. */
export const probeInputSchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    target: probeTargetSchema,
    intervalSeconds: z.number().int().min(5).max(3600).default(60),
    timeoutSeconds: z.number().int().min(1).max(60).default(10),
    /** Failures in a row that make an outage: one lost packet is none. */
    failuresToDown: z.number().int().min(1).max(10).default(2),
    /** Whose agent asks; null: the hub itself. */
    runnerServerId: z.uuid().nullable().default(null),
    /** What it is about; fixed once the probe exists, as its results are counted for it. */
    systemId: z.uuid().nullable().default(null),
    serverId: z.uuid().nullable().default(null),
    /** An independent probe of the server it is about: what it saw counts where the server's agent is silent. */
    isEvidenceOfHost: z.boolean().default(false),
    /** Tells the hub's own network loss from everybody's: while all canaries are silent, nobody else's silence counts. */
    isCanary: z.boolean().default(false),
    isEnabled: z.boolean().default(true),
  })
  .refine(({ timeoutSeconds, intervalSeconds }) => timeoutSeconds <= intervalSeconds, {
    path: ['timeoutSeconds'],
    message: 'must not be longer than intervalSeconds',
  })
  .refine(({ isEvidenceOfHost, serverId }) => !isEvidenceOfHost || serverId !== null, {
    path: ['serverId'],
    message: 'is needed for evidence of a host',
  })
  .refine(
    ({ isEvidenceOfHost, serverId, runnerServerId }) => !isEvidenceOfHost || serverId !== runnerServerId,
    {
      path: ['runnerServerId'],
      message: 'must be another than the host it is evidence of',
    },
  )
  .refine(({ isCanary, runnerServerId }) => !isCanary || runnerServerId === null, {
    path: ['runnerServerId'],
    message: 'must be the hub for a canary',
  })
  .refine(
    ({ isCanary, isEvidenceOfHost, intervalSeconds }) =>
      (!isCanary && !isEvidenceOfHost) || intervalSeconds <= vouchingIntervalSecondsMax,
    {
      path: ['intervalSeconds'],
      message: `must be at most ${vouchingIntervalSecondsMax} for a canary or evidence of a host`,
    },
  )
  .refine(
    ({ isCanary, isEvidenceOfHost, timeoutSeconds }) =>
      (!isCanary && !isEvidenceOfHost) || timeoutSeconds <= vouchingTimeoutSecondsMax,
    {
      path: ['timeoutSeconds'],
      message: `must be at most ${vouchingTimeoutSecondsMax} for a canary or evidence of a host`,
    },
  );
export type ProbeInput = z.infer<typeof probeInputSchema>;

export const probeSchema = probeInputSchema.safeExtend({
  id: z.uuid(),
  createdAt: instantSchema,
  runnerServerName: z.string().nullable(),
  systemName: z.string().nullable(),
  serverName: z.string().nullable(),
});
export type Probe = z.infer<typeof probeSchema>;
export const probesResponseSchema = listOf(probeSchema);
export type ProbesResponse = z.infer<typeof probesResponseSchema>;

/** What came of one attempt. */
export const probeAttemptSchema = z.object({
  outcome: probeOutcomeSchema,
  durationMs: z.number().nullable(),
  statusCode: z.number().int().nullable(),
  lossPercent: z.number().nullable(),
  /** Whole days until the certificate expires, floored; negative once it has. */
  certificateDaysLeft: z.number().int().nullable(),
  method: z.enum(['icmp', 'tcp']).nullable(),
});
export type ProbeAttemptResponse = z.infer<typeof probeAttemptSchema>;

/** A try is always the hub's own, also of a probe that an agent is to run. */
export const probeTrialInputSchema = z.object({
  target: probeTargetSchema,
  timeoutSeconds: z.number().int().min(1).max(60).default(10),
});
export type ProbeTrialInput = z.infer<typeof probeTrialInputSchema>;

export const probeResultSchema = probeAttemptSchema.extend({ observedAt: instantSchema });
export type ProbeResultResponse = z.infer<typeof probeResultSchema>;
/** Newest first, up to 500. */
export const probeResultsResponseSchema = listOf(probeResultSchema);
export type ProbeResultsResponse = z.infer<typeof probeResultsResponseSchema>;
export const probeResultsQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** Only attempts that failed. */
  failed: z.enum(['true', 'false']).default('false'),
});
export type ProbeResultsQuery = z.infer<typeof probeResultsQuerySchema>;

export const probeObservationSchema = z.enum(['up', 'down', 'unknown']);
export const probeStretchSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  observation: z.enum(['up', 'down']),
});
export type ProbeStretchResponse = z.infer<typeof probeStretchSchema>;

/** How a probe fares now, and over the last 24 hours. */
export const probeStateSchema = z.object({
  probeId: z.uuid(),
  /** `unknown`: nobody has asked of late, or too few answers have come. */
  observation: probeObservationSchema,
  since: instantSchema.nullable(),
  last: probeResultSchema.nullable(),
  /** Of the last 24 hours; null where nothing answered. */
  p95Ms: z.number().nullable(),
  failures: z.number().int(),
  attempts: z.number().int(),
  /** Mean response time of each of the last 24 hours, the oldest first; null where there is none. */
  curveMs: z.array(z.number().nullable()),
});
export type ProbeState = z.infer<typeof probeStateSchema>;
export const probeStatesResponseSchema = listOf(probeStateSchema);
export type ProbeStatesResponse = z.infer<typeof probeStatesResponseSchema>;

/** At most 600 buckets of a period; null where nothing answered. */
export const probeSeriesResponseSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  bucketMs: z.number(),
  points: z.array(
    z.object({
      at: instantSchema,
      attempts: z.number().int(),
      failures: z.number().int(),
      meanMs: z.number().nullable(),
      minMs: z.number().nullable(),
      maxMs: z.number().nullable(),
      lossPercent: z.number().nullable(),
    }),
  ),
  /** When it was seen up or down; nobody knows of the time between. */
  stretches: z.array(probeStretchSchema),
  p95Ms: z.number().nullable(),
});
export type ProbeSeriesResponse = z.infer<typeof probeSeriesResponseSchema>;

/**
 * 系统反应时间: p95 of the full-body times of a system's HTTP probes in its service hours. `numerator` attempts of
 * `denominator` took no longer.
 */
export const responseTimeSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  measure: z.string(),
  /** Null: no data. */
  actualSeconds: decimalSchema.nullable(),
  numerator: decimalSchema,
  denominator: decimalSchema,
  coveragePercent: decimalSchema.nullable(),
  isCoverageSufficient: z.boolean(),
  /** The actual lies at most this far above the attempts' own percentile, and never below. */
  errorMsMax: z.number(),
  /** What it was counted from: each probe with its hours. */
  evidence: z.array(
    z.object({
      probeId: z.uuid(),
      probeName: z.string(),
      attempts: z.number().int(),
      hours: z.number().int(),
    }),
  ),
});
export type ResponseTime = z.infer<typeof responseTimeSchema>;
/** Whole, and by the quarters of the calendar that the period touches. */
export const responseTimeResponseSchema = responseTimeSchema.extend({
  quarters: z.array(responseTimeSchema),
});
export type ResponseTimeResponse = z.infer<typeof responseTimeResponseSchema>;
