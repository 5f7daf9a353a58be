import { z } from 'zod';
import { recordErrorCodeSchema } from './error-code.js';
import { additionalReadingsSchema, deviceReadingsSchema, hostMetricsSchema } from './metrics.js';
import { agentProbeSchema } from './probe-wire.js';
import { agentProbesMax, probeResultsMax } from './probing.js';

/** Instants on the wire: ISO 8601, UTC, milliseconds. */
export const instantSchema = z.iso.datetime({ offset: true });

const identifier = z.string().min(1).max(64);
/**
 * `bootId` and `runId` of samples whose source tells neither, as another exporter's: evidence of boot and run is
 * missing, and their `monotonicMs` is no clock of the host.
 */
export const untold = '-';
const safeInteger = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * One reading of one server at one moment.
 *
 * `seq` counts samples within `epoch` and survives restarts of the agent; an agent whose state was lost begins a new
 * epoch (the moment its state was made, in milliseconds). `runId` names one run of the agent process, `bootId` one
 * boot of the host; `monotonicMs` is time since that boot, suspension included, which no clock change touches.
 */
export const sampleSchema = z.object({
  epoch: safeInteger,
  seq: safeInteger,
  runId: identifier,
  bootId: identifier,
  monotonicMs: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  observedAt: instantSchema,
  /** The agent's ordinary interval, also while it samples faster because a page is watched. */
  intervalSeconds: z.number().min(1).max(3600),
  metrics: hostMetricsSchema,
  devices: deviceReadingsSchema.prefault({}),
  additional: additionalReadingsSchema.optional(),
  /** Of probes since the sample before: each is looked at by itself, so that a bad one costs the sample nothing. */
  probeResults: z.array(z.unknown()).max(probeResultsMax).optional(),
});
export type Sample = z.infer<typeof sampleSchema>;
export type SampleInput = z.input<typeof sampleSchema>;

export const reportRecordsMax = 1000;

/**
 * One HTTP request of an agent. Records are `unknown` here: each is parsed by itself with `sampleSchema`, so that one
 * bad record never costs the good ones beside it.
 */
export const reportSchema = z.object({
  sentAt: instantSchema,
  /** The boot and its monotonic time at `sentAt`; with both, the hub corrects a wrong clock exactly. */
  sentBootId: identifier.optional(),
  sentMonotonicMs: z.number().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  agentVersion: z.string().max(32).optional(),
  /** Samples the agent had to drop because its spool was full, since its state was made. */
  droppedSamples: safeInteger.optional(),
  samples: z.array(z.unknown()).max(reportRecordsMax),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportInput = Omit<z.input<typeof reportSchema>, 'samples'> & { samples: SampleInput[] };

/** The answer to one record, in the order of the request. */
export const recordResultSchema = z.object({
  index: z.number().int(),
  /** The record's own `seq`, where it could be read. */
  seq: z.number().nullable(),
  status: z.enum(['accepted', 'duplicate', 'rejected']),
  code: recordErrorCodeSchema.optional(),
  /** Names the field and what is wrong with it. */
  message: z.string().optional(),
});
export type RecordResult = z.infer<typeof recordResultSchema>;

/** Hints are a closed list: a hub can ask, never command. */
export const hintsSchema = z.object({
  inspectNow: z.object({ inspectionId: z.string() }).optional(),
  /** Somebody looks at this server: sample every `intervalSeconds` (2) for `forMs` from now on, by any clock. */
  watch: z
    .object({
      forMs: z.number().min(0).max(3_600_000),
      intervalSeconds: z.number().min(1).max(60).optional(),
    })
    .optional(),
  slowDown: z.object({ intervalSeconds: z.number().min(1).max(3600) }).optional(),
  reloadConfiguration: z.literal(true).optional(),
});
export type Hints = z.infer<typeof hintsSchema>;

/** What the hub is set to and an agent has to know; it keeps what it heard last. */
export const agentConfigurationSchema = z.object({
  /** The organisation's zone, by its IANA name: by it the agent knows when a month begins. */
  timeZone: z.string().min(1).max(64),
  /** What this agent probes, all of it; hubs of version 0.1.0 name none. */
  probes: z.array(agentProbeSchema).max(agentProbesMax).optional(),
});
export type AgentConfiguration = z.infer<typeof agentConfigurationSchema>;

export const acknowledgementSchema = z.object({
  receivedAt: instantSchema,
  results: z.array(recordResultSchema),
  hints: hintsSchema.default({}),
  /** Hubs of version 0.1.0 state none. */
  configuration: agentConfigurationSchema.optional(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

export const enrolmentRequestSchema = z.object({
  token: z.string().min(8).max(128),
  hostname: z.string().min(1).max(255),
  platform: z.string().max(64),
  architecture: z.string().max(64),
  operatingSystem: z.string().max(255).optional(),
  agentVersion: z.string().max(32),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

export const enrolmentResponseSchema = z.object({
  serverId: z.uuid(),
  serverName: z.string(),
  /** Shown once; the hub keeps only its hash. */
  credential: z.string(),
  intervalSeconds: z.number(),
  /** Hubs of version 0.1.0 state none. */
  configuration: agentConfigurationSchema.optional(),
});
export type EnrolmentResponse = z.infer<typeof enrolmentResponseSchema>;

/** Answers an agent that changes its credential: the one it came with stays good for ten more minutes. */
export const agentCredentialResponseSchema = z.object({
  /** Shown once; the hub keeps only its hash. */
  credential: z.string(),
});
export type AgentCredentialResponse = z.infer<typeof agentCredentialResponseSchema>;

/** A deeper reading, made on demand or on the inspection schedule. What could not be read is listed in `notes`. */
export const inspectionReadingSchema = z.object({
  observedAt: instantSchema,
  agentVersion: z.string().max(32),
  operatingSystem: z.object({
    name: z.string().max(255),
    release: z.string().max(255),
    kernel: z.string().max(255),
    architecture: z.string().max(64),
    hostname: z.string().max(255),
    bootedAt: instantSchema,
  }),
  hardware: z.object({
    manufacturer: z.string().max(255),
    model: z.string().max(255),
    processor: z.string().max(255),
    physicalCores: z.number().int().min(0),
    logicalCores: z.number().int().min(0),
    memoryBytes: z.number().min(0),
    virtualization: z.string().max(64),
  }),
  metrics: hostMetricsSchema,
  devices: deviceReadingsSchema,
  interfaceAddresses: z
    .array(
      z.object({
        name: z.string().max(256),
        addresses: z.array(z.string().max(64)).max(64),
        speedMegabitsPerSecond: z.number().nullable(),
      }),
    )
    .max(256),
  services: z
    .array(z.object({ name: z.string().max(255), state: z.enum(['running', 'stopped', 'failed']) }))
    .max(1024),
  topProcesses: z
    .array(
      z.object({
        pid: z.number().int(),
        name: z.string().max(255),
        user: z.string().max(64),
        cpuPercent: z.number().min(0),
        memoryPercent: z.number().min(0),
      }),
    )
    .max(50),
  timeSynchronized: z.boolean().nullable(),
  /** Of any kind, by their full names; left out where no systemd tells. */
  failedUnits: z.array(z.string().max(255)).max(256).optional(),
  /** Of the services that an administrator named to the agent. */
  configuredServices: z
    .array(
      z.object({ name: z.string().max(255), state: z.enum(['running', 'stopped', 'failed', 'missing']) }),
    )
    .max(64)
    .optional(),
  /** Whether an update waits for the next boot; null where nothing tells. */
  pendingReboot: z.boolean().nullable().optional(),
  /** Mean and peak of each host metric since the inspection before. */
  period: z
    .object({
      from: instantSchema,
      samples: safeInteger,
      metrics: z.record(
        z.string().max(64),
        z.object({ mean: z.number(), max: z.number(), maxAt: instantSchema }),
      ),
    })
    .optional(),
  /** Parts that could not be read, each with the reason. */
  notes: z.array(z.object({ part: z.string().max(64), reason: z.string().max(500) })).max(64),
});
export type InspectionReading = z.infer<typeof inspectionReadingSchema>;
